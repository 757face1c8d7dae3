import Bytes
import Model
import Readers
import Testing
import Trials

@Suite struct HTTPBodyTests {
  private let sentence = "Forty ships came to the port on Monday, the harbour office said."

  private func outline(_ fields: [String], _ body: [UInt8]) throws -> [String] {
    try ReadersTests.outline(record(response(fields, body)))
  }

  private func chunked(_ bytes: [UInt8], by count: Int = 40) -> [UInt8] {
    let chunks = stride(from: 0, to: bytes.count, by: count).map {
      bytes[$0..<min($0 + count, bytes.count)]
    }
    return chunks.flatMap {
      Array((String($0.count, radix: 16) + ";a=b\r\n").utf8) + $0 + [0x0D, 0x0A]
    } + Array("0\r\n\r\n".utf8)
  }

  @Test(arguments: ["HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", "<p>Ships", "\n\n"])
  func `a response that is none is refused`(block: String) throws {
    #expect(
      try ReadersTests.outline(record(Array(block.utf8))) == [
        "offset 0: a response without the end of its header"
      ])
  }

  @Test func `chunks are put together`() throws {
    let fields = ["Transfer-Encoding: chunked"]
    #expect(try outline(fields, chunked(page(sentence))) == [sentence])
    #expect(try outline(fields, page(sentence)) == [sentence])
    #expect(try outline(fields, chunked(page(sentence), by: 1000).dropLast(7)) == [sentence])
  }

  @Test(arguments: ["gzip", "x-gzip", "deflate", "GZIP, identity"])
  func `a body is unpacked by what its bytes are`(name: String) throws {
    let fields = ["Content-Encoding: \(name)"]
    let body = page(sentence)
    #expect(try outline(fields, Gzip.member(body)) == [sentence])
    #expect(try outline(fields, body) == [sentence])
    if name == "deflate" {
      #expect(try outline(fields, Compression.deflate(body)) == [sentence])
      #expect(try outline(fields, Gzip.bareDeflate(body)) == [sentence])
    }
  }

  // A stream of brotli whose one block is not packed (RFC 7932, section 9.2), and the empty last.
  private func brotli(_ bytes: [UInt8]) -> [UInt8] {
    let head = (bytes.count - 1) << 4 | 1 << 20
    return (0..<3).map { UInt8(truncatingIfNeeded: head >> ($0 * 8)) } + bytes + [3]
  }

  @Test func `a body is unpacked by brotli, unless it is not packed`() throws {
    let fields = ["Content-Encoding: br"]
    #expect(try outline(fields, brotli(page(sentence))) == [sentence])
    #expect(try outline(fields, page(sentence)) == [sentence])
    #expect(
      try outline(fields, Array(0..<200)) == ["offset 0: a packed body that is damaged"])
  }

  @Test func `a packed body in chunks is both`() throws {
    let fields = ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]
    let body = chunked(Gzip.member(page(sentence)), by: 20)
    #expect(try outline(fields, body) == [sentence])
  }

  @Test func `the original is the page as it was unpacked`() throws {
    let body = chunked(Gzip.member(page(sentence)))
    let bytes = record(response(["Transfer-Encoding: chunked", "Content-Encoding: gzip"], body))
    guard case .report(let report) = try items(bytes, .warc).first else {
      Issue.record("no report")
      return
    }
    #expect(report.original == page(sentence))
  }

  @Test func `each form of the payload may have the digest`() throws {
    let plain = page(sentence)
    let fields = ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]
    for digested in [plain, Gzip.member(plain), chunked(Gzip.member(plain))] {
      let digest = "WARC-Payload-Digest: sha256:" + Digest.hex(Digest.sha256(digested))
      let bytes = record("response", [digest], response(fields, chunked(Gzip.member(plain))))
      #expect(try ReadersTests.outline(bytes) == [sentence])
    }
  }

  @Test func `a body that cannot be unpacked is refused`() throws {
    let fields = ["Content-Encoding: gzip"]
    let packed = Gzip.member(page(sentence))
    #expect(
      try outline(fields, packed.dropLast(20)) == ["offset 0: a packed body that is cut short"])
    var damaged = packed
    damaged[20] ^= 0xFF
    #expect(try outline(fields, damaged).first?.hasPrefix("offset 0: a packed body") == true)
    let bomb = Gzip.member([UInt8](repeating: 0x20, count: 20 << 20))
    #expect(
      try outline(fields, bomb) == [
        "offset 0: a packed body of more than a thousand times its length"
      ])
  }

  @Test func `a packing that is not read is named, unless it is not there`() throws {
    let bytes = [UInt8](0..<200)
    #expect(
      try outline(["Content-Encoding: zstd"], bytes) == [
        "offset 0: packed as 'zstd', which is not read"
      ])
    #expect(try outline(["Content-Encoding: zstd"], page(sentence)) == [sentence])
  }
}
