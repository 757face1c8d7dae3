import Bytes
import Model

/// A web archive collection (WACZ 1.1): the WARC files in a ZIP file, one after the other.
///
/// A ZIP file has its directory at the end, so that all of it is kept in memory.
public struct WACZ: Reader {
  public static let format = Format.wacz
  private let options: ReadingOptions
  private var collection: WACZCollection?
  private var members: ArraySlice<ZIPArchive.Member> = []
  private var archive: (reader: WARC, input: ByteInput, member: ZIPArchive.Member)?
  private var isOpen = false

  static let limit = 256 << 20

  public init(options: ReadingOptions) { self.options = options }

  public static func recognizes(_ head: Head) -> Bool {
    guard head.bytes.starts(with: ZIPArchive.magic) else { return false }
    // The name of the first member.
    let name = head.bytes.dropFirst(30)
    return ["archive/", "indexes/", "pages/", "logs/", "datapackage"].contains {
      name.starts(with: $0.utf8)
    }
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    if !isOpen {
      isOpen = true
      guard let bytes = try input.rest(limit: WACZ.limit) else {
        return .refused(
          ReadingError("longer than \(WACZ.limit >> 20) MB; unpack the WARC files in it"))
      }
      do throws(ReadingError) {
        let collection = try WACZCollection(bytes)
        self.collection = collection
        members = collection.archives[...]
      } catch {
        return .refused(error)
      }
      if members.isEmpty { return .refused(ReadingError("a ZIP file without WARC files")) }
    }
    while true {
      if let item = try nextOfArchive() { return item }
      archive = nil
      guard let member = members.popFirst() else { return nil }
      do throws(ReadingError) {
        guard let input = try collection?.input(of: member) else { return nil }
        archive = (WARC(options: options), input, member)
      } catch {
        return .refused(ReadingError(error.reason, at: .offset(member.range.lowerBound)))
      }
    }
  }

  private mutating func nextOfArchive() throws -> ReadingItem? {
    guard let archive else { return nil }
    var (reader, input) = (archive.reader, archive.input)
    let item = try reader.next(from: &input)
    let member = archive.member
    self.archive = (reader, input, member)
    switch item {
    case .report(var report):
      report.offset = report.offset.map { place(of: $0, in: member) }
      return .report(report)
    case .refused(var error):
      if case .offset(let offset) = error.place {
        error.place = .offset(place(of: offset, in: member))
      }
      return .refused(error)
    default: return item
    }
  }

  /// Where a record begins in the file: by itself in a WARC file that is stored as it is, with the
  /// whole of one that is packed once more.
  private func place(of offset: Int, in member: ZIPArchive.Member) -> Int {
    let place = member.dataStart + offset
    return member.isStored && place < member.range.upperBound ? place : member.range.lowerBound
  }
}
