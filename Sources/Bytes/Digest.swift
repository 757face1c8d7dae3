import CBytes

/// SHA-256, SHA-1, CRC-32 and their written forms.
public enum Digest {
  /// The 32 bytes of the SHA-256 of `bytes`.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    sha256(bytes[...])
  }

  public static func sha256(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let done = bytes.withUnsafeBufferPointer { input in
      bytes_sha256(input.baseAddress, input.count, &digest)
    }
    // libcrypto lacks the algorithm only in a broken installation, where nothing can be stored.
    precondition(done == 1, "libcrypto has no SHA-256")
    return digest
  }

  /// The 20 bytes of the SHA-1 of `bytes`, or `nil` where libcrypto's policy forbids it.
  public static func sha1(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 20)
    let done = bytes.withUnsafeBufferPointer { input in
      bytes_sha1(input.baseAddress, input.count, &digest)
    }
    return done == 1 ? digest : nil
  }

  public static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes_crc32($0.baseAddress, $0.count) }
  }

  /// Base32 (RFC 4648, section 6) in upper case, without padding.
  public static func base32(_ bytes: some Sequence<UInt8>) -> String {
    let digits: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var text: [UInt8] = []
    var group: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(digits[Int(group >> bits & 31)])
      }
      group &= 31
    }
    if bits > 0 { text.append(digits[Int(group << (5 - bits) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Lower-case hexadecimal digits, two a byte.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits: [UInt8] = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
