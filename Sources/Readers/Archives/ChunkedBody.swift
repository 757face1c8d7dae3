/// Bodies that HTTP/1.1 sends in chunks (RFC 9112, section 7.1).
enum ChunkedBody {
  /// The chunks put together, up to where the bytes end; `nil` where they are not in chunks.
  static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var rest = bytes
    while !rest.isEmpty {
      guard let end = rest.prefix(lineLimit).firstIndex(of: 0x0A) else {
        // Broken off within a chunk's length.
        return output.isEmpty || rest.count >= lineLimit ? nil : output
      }
      guard let length = length(rest[..<end]) else { return nil }
      rest = rest[(end + 1)...]
      if length == 0 { return output }
      output += rest.prefix(length)
      guard rest.count >= length else { return output }
      rest = rest.dropFirst(length)
      if rest.first == 0x0D { rest = rest.dropFirst() }
      if rest.first == 0x0A { rest = rest.dropFirst() }
    }
    return output
  }

  /// Lengths are short, but may have extensions behind them.
  private static let lineLimit = 1024

  private static func length(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x0D && $0 != 0x20 }
    // No sign, which numbers in Swift may have.
    guard digits.count <= 15, digits.first.map({ $0 >= 0x30 }) ?? false else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
