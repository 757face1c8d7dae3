import Bytes

/// A packing of bodies, by its name in HTTP (RFC 9110, section 8.4.1).
enum ContentCoding {
  case gzip, deflate, brotli, unread(name: String)

  /// `nil` for what leaves the bytes as they are.
  init?(_ name: String) {
    switch name {
    case "gzip", "x-gzip": self = .gzip
    case "deflate": self = .deflate
    case "br": self = .brotli
    case "zstd", "compress", "x-compress": self = .unread(name: name)
    default: return nil
    }
  }

  /// The unpacked bytes, or `nil` where they are not packed, whatever the header says.
  func unpacked(_ bytes: ArraySlice<UInt8>, limit: Int) throws(ReadingError) -> [UInt8]? {
    if bytes.starts(with: GzipMembers.magic) {
      return try ContentCoding.unpack(bytes, .gzip, limit: limit)
    }
    do throws(ReadingError) {
      switch self {
      case .gzip: return nil
      case .brotli: return try ContentCoding.unpack(bytes, .brotli, limit: limit)
      case .deflate:
        // Some servers leave the frame away.
        let form: Inflater.Form = ContentCoding.isZlib(bytes) ? .zlib : .deflate
        return try ContentCoding.unpack(bytes, form, limit: limit)
      case .unread(let name): throw ReadingError("packed as '\(name)', which is not read")
      }
    } catch {
      guard Head(bytes.prefix(Head.length)).isBinary else { return nil }
      throw error
    }
  }

  private static func unpack(
    _ bytes: ArraySlice<UInt8>, _ form: Inflater.Form, limit: Int
  ) throws(ReadingError) -> [UInt8] {
    do throws(CompressionError) {
      return try Compression.unpack(bytes, form, limit: limit)
    } catch {
      let reason =
        switch error {
        case .damaged: "a packed body that is damaged"
        case .truncated: "a packed body that is cut short"
        case .tooLong: ReadingError.documentTooLong(limit).reason
        case .bomb: "a packed body of more than a thousand times its length"
        }
      throw ReadingError(reason)
    }
  }

  private static func isZlib(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = bytes.prefix(2).map { Int($0) }
    return head.count == 2 && head[0] & 15 == 8 && (head[0] << 8 | head[1]) % 31 == 0
  }
}
