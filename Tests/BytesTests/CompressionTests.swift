import Bytes
import Testing

@Suite struct CompressionTests {
  @Test(arguments: [0, 1, 65_536, 300_000])
  func `what was deflated inflates to the same bytes`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) }
    let packed = Compression.deflate(bytes)
    #expect(try Compression.inflate(packed, limit: count) == bytes)
  }

  @Test func `a bomb stops at the limit`() {
    let packed = Compression.deflate([UInt8](repeating: 0, count: 10_000_000))
    #expect(packed.count < 20_000)
    #expect(throws: CompressionError.tooLong(limit: 1_000_000)) {
      try Compression.inflate(packed, limit: 1_000_000)
    }
  }

  @Test func `a stream that ends too early is refused`() {
    let packed = Compression.deflate(Array("Cargo crossed the bridge.".utf8))
    #expect(throws: CompressionError.truncated) {
      try Compression.inflate(Array(packed.dropLast(6)), limit: 1000)
    }
    #expect(throws: CompressionError.truncated) { try Compression.inflate([], limit: 1000) }
  }

  @Test func `bytes of another kind are refused`() {
    #expect(throws: CompressionError.damaged) {
      try Compression.inflate(Array("plain text".utf8), limit: 1000)
    }
  }

  // "one\n" packed by gzip, twice, and two bytes of padding.
  @Test func `members of gzip follow each other`() throws {
    let one: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0xCF, 0x4B, 0xE5, 2, 0, 0x9F, 0xA8, 0x17, 0xF8,
      4, 0, 0, 0,
    ]
    let unpacked = try Compression.unpack((one + one + [0, 0])[...], .gzip, limit: 100)
    #expect(String(decoding: unpacked, as: UTF8.self) == "one\none\n")
  }
}
