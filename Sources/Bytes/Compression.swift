import CBytes

/// Why bytes could not be unpacked.
public enum CompressionError: Error, Hashable {
  /// The bytes are no stream of that kind, or damaged.
  case damaged

  /// The stream ends too early.
  case truncated

  /// The output would be longer than `limit` bytes.
  case tooLong(limit: Int)

  /// The output is more than a thousand times as long as the input.
  case bomb
}

/// zlib (RFC 1950), gzip (RFC 1952), bare deflate (RFC 1951) and brotli (RFC 7932).
public enum Compression {
  /// The zlib form of `bytes`.
  public static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    let capacity = bytes_deflate_bound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      count = bytes.withUnsafeBufferPointer {
        bytes_deflate($0.baseAddress, $0.count, output.baseAddress, capacity)
      }
    }
  }

  /// Unpacks zlib form that we packed ourselves, never to more than `limit` bytes.
  public static func inflate(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
    try unpack(bytes[...], .zlib, limit: limit, isTrusted: true)
  }

  /// Unpacks what anybody may have packed, never to more than `limit` bytes.
  ///
  /// Members of gzip may follow one another; bytes behind the last that are no member themselves
  /// are padding, as gzip takes them.
  public static func unpack(
    _ bytes: ArraySlice<UInt8>, _ form: Inflater.Form, limit: Int
  ) throws(CompressionError) -> [UInt8] {
    try unpack(bytes, form, limit: limit, isTrusted: false)
  }

  private static let pieceLength = 1 << 16

  private static func unpack(
    _ bytes: ArraySlice<UInt8>, _ form: Inflater.Form, limit: Int, isTrusted: Bool
  ) throws(CompressionError) -> [UInt8] {
    guard var inflater = Inflater(form) else { throw .damaged }
    var output: [UInt8] = []
    var rest = bytes
    var members = 0
    while true {
      let before = output.count
      let step: (used: Int, isAtEnd: Bool)
      do throws(CompressionError) {
        step = try inflater.step(rest, into: &output, room: pieceLength)
      } catch {
        if members > 0 { return Array(output[..<before]) }
        throw error
      }
      guard output.count <= limit else { throw .tooLong(limit: limit) }
      guard isTrusted || !inflater.isBomb else { throw .bomb }
      rest = rest.dropFirst(step.used)
      if step.isAtEnd {
        members += 1
        guard form == .gzip, !rest.isEmpty else { return output }
        inflater.reset()
      } else if step.used == 0, output.count == before {
        throw .truncated
      }
    }
  }
}
