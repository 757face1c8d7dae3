import Bytes
import Model
import Readers
import Testing
import Trials

@Suite struct WACZTests {
  private let one = "Forty ships came to the port on Monday, the harbour office said."
  private let two = "The ferry left for the islands with 300 passengers on Tuesday."

  private struct Member {
    var name: String
    var data: [UInt8]
    var isStored = true

    /// What the directory says, where that is a lie.
    var length: Int?
    var place: Int?
    var localName: String?
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private func zip(_ members: [Member]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let data = member.isStored ? member.data : Gzip.bareDeflate(member.data)
      let sizes =
        number(Int(Digest.crc32(member.data[...])), 4) + number(data.count, 4)
        + number(member.length ?? member.data.count, 4)
      let common = number(0, 2) + number(member.isStored ? 0 : 8, 2) + number(0, 4) + sizes
      let (local, name) = (Array((member.localName ?? member.name).utf8), Array(member.name.utf8))
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common + number(name.count, 2)
        + number(0, 12) + number(member.place ?? bytes.count, 4) + name
      bytes +=
        number(0x0403_4B50, 4) + number(20, 2) + common + number(local.count, 2) + number(0, 2)
        + local + data
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(members.count, 2) + number(members.count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    return bytes + directory + end
  }

  private func package(_ digests: [String: String]) -> Member {
    let resources = digests.sorted { $0.key < $1.key }.map {
      "{\"path\":\"\($0.key)\",\"hash\":\"\($0.value)\"}"
    }
    let text = "{\"profile\":\"data-package\",\"resources\":[\(resources.joined(separator: ","))]}"
    return Member(name: "datapackage.json", data: Array(text.utf8), isStored: false)
  }

  private func sha256(_ bytes: [UInt8]) -> String { "sha256:" + Digest.hex(Digest.sha256(bytes)) }

  private var first: Member {
    Member(name: "archive/a.warc.gz", data: Gzip.member(record(response(page(one)))))
  }

  private var second: Member {
    Member(name: "archive/b.warc", data: record(response(page(two))), isStored: false)
  }

  @Test func `the archives of a collection are read in order`() throws {
    let digests = [first.name: sha256(first.data), second.name: sha256(second.data)]
    let bytes = zip([first, second, Member(name: "indexes/i.cdx", data: [0x20]), package(digests)])
    #expect(try outline(bytes, nil) == [one, two])
    guard case .report(let report) = try items(bytes).first else {
      Issue.record("no report")
      return
    }
    #expect(report.offset == 30 + first.name.utf8.count)
  }

  @Test func `an archive that does not match its digest is refused`() throws {
    let digests = [first.name: sha256([]), second.name: sha256(second.data)]
    let reason = "archive/a.warc.gz does not match its digest"
    #expect(
      try outline(zip([first, second, package(digests)]), .wacz) == ["offset 0: \(reason)", two])
    let unlisted = zip([first, package([:])])
    #expect(
      try outline(unlisted, .wacz) == [
        "offset 0: archive/a.warc.gz is missing in datapackage.json"
      ])
  }

  @Test func `a data package that does not match its own digest is refused`() throws {
    let seal = "{\"path\":\"datapackage.json\",\"hash\":\"\(sha256([]))\"}"
    let bytes = zip([
      first, package([:]), Member(name: "datapackage-digest.json", data: Array(seal.utf8)),
    ])
    #expect(try outline(bytes, .wacz) == ["datapackage.json does not match its digest"])
  }

  @Test func `a hostile directory makes no archive`() throws {
    func reasons(_ members: [Member]) throws -> [String] { try outline(zip(members), .wacz) }
    var member = first
    member.name = "archive/../../a.warc.gz"
    #expect(try reasons([member]) == ["a ZIP file with a path that leads out of it"])
    #expect(try reasons([first, first]) == ["a ZIP file with two members of one name"])
    member = second
    member.place = 0
    member.localName = first.name
    #expect(try reasons([first, member]) == ["a ZIP file with a member of two names"])
    member = first
    member.length = 5
    #expect(try reasons([member]) == ["archive/a.warc.gz has a length that cannot be"])
    member.place = 1_000_000
    #expect(
      try reasons([member]) == ["a ZIP file with a member that is not where it should be"])
  }

  @Test func `members that overlap make no archive`() throws {
    // The data of the first are the second's header and data.
    let inner = zip([first])
    let outer = Member(name: "archive/o.warc", data: inner)
    var lying = first
    lying.place = 30 + outer.name.utf8.count
    #expect(try outline(zip([outer, lying]), .wacz) == ["a ZIP file with members that overlap"])
  }

  @Test func `a member that unpacks to another length is refused`() throws {
    var member = second
    member.length = 7
    #expect(try outline(zip([member]), .wacz) == ["offset 0: archive/b.warc cannot be unpacked"])
    member.length = 70_000_000
    #expect(try outline(zip([member]), .wacz) == ["offset 0: archive/b.warc is damaged"])
  }

  @Test func `a collection that is cut or changed anywhere ends`() throws {
    let bytes = zip([first, second, package([first.name: sha256(first.data)])])
    for count in 0..<bytes.count { _ = try outline(Array(bytes[..<count]), .wacz) }
    let properties = DocumentProperties()
    var mutator = Mutator(seed: 5)
    for _ in 0..<300 { try properties.check(mutator.mutated(bytes), as: .wacz) }
  }
}
