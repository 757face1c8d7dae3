import CBytes

/// Why bytes could not be unpacked.
public enum CompressionError: Error, Hashable {
  /// The bytes are no stream of that kind, or damaged.
  case damaged

  /// The stream ends too early.
  case truncated

  /// The output would be longer than `limit` bytes.
  case tooLong(limit: Int)
}

/// zlib (RFC 1950) and gzip (RFC 1952).
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

  /// Unpacks zlib form, never to more than `limit` bytes.
  public static func inflate(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
    try unpack(bytes, windowBits: 15, limit: limit)
  }

  /// Unpacks gzip, its members one after the other, never to more than `limit` bytes.
  ///
  /// Bytes behind the last member that are no member themselves are padding, as gzip takes them.
  public static func gunzip(_ bytes: [UInt8], limit: Int) throws(CompressionError) -> [UInt8] {
    try unpack(bytes, windowBits: 31, limit: limit)
  }

  private static func unpack(
    _ bytes: [UInt8], windowBits: Int32, limit: Int
  ) throws(CompressionError) -> [UInt8] {
    guard let inflater = bytes_inflater_make(windowBits) else { throw .damaged }
    defer { bytes_inflater_free(inflater) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var position = 0
    var members = 0
    while true {
      var used = 0
      var written = 0
      let status = bytes.withUnsafeBufferPointer { input in
        bytes_inflater_step(
          inflater, input.baseAddress.map { $0 + position }, input.count - position, &used,
          &buffer, buffer.count, &written)
      }
      guard status >= 0 else {
        if members > 0 { return output }
        throw .damaged
      }
      guard output.count + written <= limit else { throw .tooLong(limit: limit) }
      output += buffer[0..<written]
      position += used
      if status == 1 {
        members += 1
        guard windowBits > 15, position < bytes.count, bytes_inflater_reset(inflater) == 1 else {
          return output
        }
      } else if used == 0, written == 0 {
        throw .truncated
      }
    }
  }
}
