import Bytes
import JSON

/// The WARC files of a WACZ, checked against what its data package says of them.
struct WACZCollection {
  /// In the order of the file.
  let archives: [ZIPArchive.Member]
  private let zip: ZIPArchive

  /// The digests of the members by their paths; `nil` where there is no data package.
  private let digests: [String: String]?

  private static let packageLimit = 16 << 20

  init(_ bytes: [UInt8]) throws(ReadingError) {
    zip = try ZIPArchive(bytes)
    archives = zip.members.filter {
      $0.name.hasPrefix("archive/") && ($0.name.hasSuffix(".warc") || $0.name.hasSuffix(".warc.gz"))
    }
    digests = try WACZCollection.digests(in: zip)
  }

  private static func digests(in zip: ZIPArchive) throws(ReadingError) -> [String: String]? {
    guard let member = zip.member(named: "datapackage.json") else { return nil }
    let package = try zip.contents(of: member, limit: packageLimit)
    if let seal = zip.member(named: "datapackage-digest.json") {
      let stated = try json(try zip.contents(of: seal, limit: packageLimit), of: seal)
      try check(package, stated["hash"]?.string, name: member.name)
    }
    var digests: [String: String] = [:]
    for resource in try json(package, of: member)["resources"]?.array ?? [] {
      guard let path = resource["path"]?.string else { continue }
      digests[path] = resource["hash"]?.string ?? ""
    }
    return digests
  }

  private static func json(
    _ bytes: ArraySlice<UInt8>, of member: ZIPArchive.Member
  ) throws(ReadingError) -> JSONValue {
    do {
      return try JSONParser.parse(Array(bytes))
    } catch {
      throw ReadingError("\(member.name) is not JSON: \(error.reason)")
    }
  }

  private static func check(
    _ bytes: ArraySlice<UInt8>, _ written: String?, name: String
  ) throws(ReadingError) {
    guard let written, let digest = RecordDigest(written) else { return }
    guard digest.matches(bytes) else {
      throw ReadingError("\(name) does not match its digest")
    }
  }

  /// The bytes of a WARC file.
  func input(of member: ZIPArchive.Member) throws(ReadingError) -> ByteInput {
    let bytes = try zip.contents(of: member, limit: WACZ.limit)
    if let digests {
      guard let digest = digests[member.name] else {
        throw ReadingError("\(member.name) is missing in datapackage.json")
      }
      try WACZCollection.check(bytes, digest, name: member.name)
    }
    return ByteInput(sharing: bytes)
  }
}
