import CBytes

/// Unpacks a stream piece by piece.
public struct Inflater: ~Copyable {
  public enum Form: Int32, Sendable {
    /// RFC 7932.
    case brotli = 0

    /// RFC 1951, without any frame.
    case deflate = -15

    /// RFC 1950.
    case zlib = 15

    /// RFC 1952.
    case gzip = 31
  }

  private let stream: OpaquePointer
  private var used = 0
  private var written = 0

  // Text shrinks to a tenth or a twentieth; only long runs of one byte come near the thousand that
  // deflate can do.
  private static let bombLength = 16 << 20
  private static let bombRatio = 1000

  /// `nil` where memory has run out.
  public init?(_ form: Form) {
    guard let stream = bytes_inflater_make(form.rawValue) else { return nil }
    self.stream = stream
  }

  deinit { bytes_inflater_free(stream) }

  /// Whether what was unpacked so far is out of all proportion to what it was unpacked from.
  public var isBomb: Bool {
    written > Inflater.bombLength && written / Inflater.bombRatio > used
  }

  /// Unpacks the beginning of `input` to the end of `output`, at most `room` bytes.
  ///
  /// - Returns: how many bytes of `input` were used, and whether the stream has ended with them.
  /// - Throws: `damaged`; `output` then has what came before.
  public mutating func step(
    _ input: ArraySlice<UInt8>, into output: inout [UInt8], room: Int
  ) throws(CompressionError) -> (used: Int, isAtEnd: Bool) {
    var used = 0
    var status: Int32 = 0
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
      status = input.withUnsafeBufferPointer { input in
        bytes_inflater_step(
          stream, input.baseAddress, input.count, &used, buffer.baseAddress, room, &written)
      }
    }
    self.used += used
    written += part.count
    if output.isEmpty { output = part } else { output += part }
    guard status >= 0 else { throw .damaged }
    return (used, status == 1)
  }

  /// Makes ready for a further stream of the same form, which brotli's cannot be.
  public mutating func reset() {
    _ = bytes_inflater_reset(stream)
    used = 0
    written = 0
  }
}
