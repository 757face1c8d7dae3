import Bytes

/// The digest that a record states: `sha1:3I42H3S6…`, `sha256:9f86d0…`.
struct RecordDigest {
  private enum Algorithm: String {
    case sha1, sha256
  }

  private let algorithm: Algorithm
  private let value: String

  /// `nil` for algorithms that are not checked, such as MD5.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2,
      let algorithm = Algorithm(rawValue: parts[0].trimmed.lowercased().filter { $0 != "-" })
    else { return nil }
    self.algorithm = algorithm
    value = parts[1].trimmed.filter { $0 != "=" }
  }

  /// Whether `bytes` have it, in base32 or hexadecimal digits.
  func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digest: [UInt8]? =
      switch algorithm {
      case .sha1: Digest.sha1(bytes)
      case .sha256: Digest.sha256(bytes)
      }
    guard let digest else { return true }
    return Digest.base32(digest) == value.uppercased() || Digest.hex(digest) == value.lowercased()
  }
}
