import Bytes

/// The members of a ZIP file in memory, as its central directory has them.
///
/// Members that overlap, share a name or have a path that leads elsewhere make no archive: nothing
/// but an attack is built like that.
struct ZIPArchive {
  static let magic: [UInt8] = [0x50, 0x4B, 3, 4]

  struct Member {
    var name: String

    /// The member in the file, with its own header.
    var range: Range<Int>
    var dataStart: Int
    var isStored: Bool

    /// How many bytes it has when it is unpacked.
    var length: Int
    var crc: UInt32
  }

  let members: [Member]
  private let bytes: [UInt8]

  private static let memberLimit = 10_000

  init(_ bytes: [UInt8]) throws(ReadingError) {
    self.bytes = bytes
    let directory = try ZIPDirectory(bytes)
    guard directory.count <= ZIPArchive.memberLimit else {
      throw ReadingError("a ZIP file of more than \(ZIPArchive.memberLimit) members")
    }
    var members: [Member] = []
    var names: Set<String> = []
    var position = directory.start
    for _ in 0..<directory.count {
      let member = try directory.member(at: &position)
      guard names.insert(member.name).inserted else {
        throw ReadingError("a ZIP file with two members of one name")
      }
      members.append(member)
    }
    let ranges = members.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    guard zip(ranges, ranges.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
      throw ReadingError("a ZIP file with members that overlap")
    }
    self.members = members
  }

  func member(named name: String) -> Member? { members.first { $0.name == name } }

  /// The unpacked bytes of a member.
  func contents(of member: Member, limit: Int) throws(ReadingError) -> ArraySlice<UInt8> {
    guard member.length <= limit else {
      throw ReadingError("\(member.name) is longer than \(limit >> 20) MB")
    }
    let data = bytes[member.dataStart..<member.range.upperBound]
    var contents = data
    if !member.isStored {
      do throws(CompressionError) {
        contents = try Compression.unpack(data, .deflate, limit: member.length)[...]
      } catch {
        throw ReadingError("\(member.name) cannot be unpacked")
      }
    }
    guard contents.count == member.length, Digest.crc32(contents) == member.crc else {
      throw ReadingError("\(member.name) is damaged")
    }
    return contents
  }
}
