import Bytes
import Model
import Readers
import Testing
import Trials

@Suite struct DamagedWARCTests {
  private let one = "Forty ships came to the port on Monday, the harbour office said."
  private let two = "The ferry left for the islands with 300 passengers on Tuesday."

  @Test(arguments: [
    "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "sha256:00", "SHA-1: 0000",
  ])
  func `a record that does not match its digest is refused`(digest: String) throws {
    for field in ["WARC-Payload-Digest", "WARC-Block-Digest"] {
      let bytes = record("response", ["\(field): \(digest)"], response(page(one)))
      #expect(
        try outline(bytes + record(response(page(two)))) == [
          "offset 0: a record that does not match its digest", two,
        ])
    }
  }

  @Test func `digests are known in each of their forms`() throws {
    let body = page(one)
    let block = response(body)
    let sha1 = try #require(Digest.sha1(body[...]))
    for digest in [
      "sha1:" + Digest.base32(sha1), "sha1:" + Digest.hex(sha1),
      "sha256:" + Digest.hex(Digest.sha256(body)),
      "sha-256:" + Digest.base32(Digest.sha256(body)) + "====", "md5:wrong", "unknown",
    ] {
      #expect(try outline(record("response", ["WARC-Payload-Digest: \(digest)"], block)) == [one])
    }
  }

  @Test(arguments: [10, 100_000, 9_223_372_036_854_775_807])
  func `a wrong length costs no other record`(length: Int) throws {
    let found = try outline(
      record(response(page(one)), length: length) + record(response(page(two))))
    #expect(found.last == two)
    #expect(found.count == 2 && found[0].hasPrefix("offset 0: "))
  }

  @Test(arguments: ["99999999999999999999999", "-1", "0x10", "", "1e3"])
  func `a length that is no number is refused`(length: String) throws {
    let bytes = Array("WARC/1.0\r\nContent-Length: \(length)\r\n\r\nabc\r\n\r\n".utf8)
    #expect(
      try outline(bytes + record(response(page(two)))) == [
        "offset 0: a record without its length", two,
      ])
  }

  @Test func `what stands between records is refused once`() throws {
    let first = record(response(page(one)))
    let junk = Array("one\r\ntwo\r\nthree\r\n".utf8)
    #expect(
      try outline(first + junk + first) == [one, "offset \(first.count): no WARC record", one])
  }

  @Test func `a header without end is bounded`() throws {
    let many = Array("WARC/1.0\r\n".utf8) + [UInt8](repeating: 0x61, count: 1 << 20)
    let lines = Array("WARC/1.0\r\n".utf8) + Array(String(repeating: "a: b\r\n", count: 9999).utf8)
    for bytes in [many, lines] {
      #expect(
        try outline(bytes + Array("\r\n".utf8) + record(response(page(two)))) == [
          "offset 0: a record without the end of its header", two,
        ])
    }
  }

  @Test func `a document above the limit is refused, and an image is not`() throws {
    let long = record(response(page(one) + [UInt8](repeating: 0x20, count: 2000)))
    let image = record(
      response(["Content-Type: image/png"], [UInt8](repeating: 0x20, count: 2000)))
    #expect(
      try outline(image + long + record(response(page(two))), limit: 1000) == [
        "offset \(image.count): longer than the limit of a document (1000 bytes)", two,
      ])
  }

  @Test func `an archive that is cut anywhere gives what was whole`() throws {
    let bytes = record(response(page(one))) + record(response(page(two)))
    let packed = Gzip.member(record(response(page(one)))) + Gzip.member(record(response(page(two))))
    for whole in [bytes, packed] {
      for count in 0..<whole.count {
        let found = try outline(Array(whole[..<count]))
        let isSound =
          found.count <= (count < whole.count - 16 ? 2 : 3)
          && (count < whole.count * 3 / 4 || found.first == one)
        #expect(isSound, "\(count): \(found)")
      }
    }
  }

  @Test func `an archive that is changed anywhere ends`() throws {
    let properties = DocumentProperties()
    let plain =
      record(response(page(one))) + record(response(["Transfer-Encoding: chunked"], page(two)))
    let seeds = [
      plain, Gzip.member(plain),
      Gzip.member(record(response(page(one)))) + Gzip.member(record(response(page(two)))),
    ]
    var mutator = Mutator(seed: 3)
    for seed in seeds {
      for _ in 0..<300 { try properties.check(mutator.mutated(seed), as: .warc) }
    }
  }
}
