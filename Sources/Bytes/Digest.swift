import CBytes

/// SHA-256 and its written form.
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
