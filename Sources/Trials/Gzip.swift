import Bytes

/// Packing as gzip does (RFC 1952), for inputs to read.
public enum Gzip {
  /// One member of `bytes`.
  public static func member(_ bytes: [UInt8]) -> [UInt8] {
    header + bareDeflate(bytes) + number(Digest.crc32(bytes[...]))
      + number(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// RFC 1951, without any frame.
  public static func bareDeflate(_ bytes: [UInt8]) -> [UInt8] {
    Array(Compression.deflate(bytes).dropFirst(2).dropLast(4))
  }

  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
