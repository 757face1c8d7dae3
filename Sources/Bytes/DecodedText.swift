/// Bytes of some encoding, made into UTF-8.
///
/// Bad bytes are replaced by U+FFFD and never dropped; U+0000 becomes U+FFFD too. A byte order mark
/// is not part of the text.
public struct DecodedText: Sendable {
  /// Valid UTF-8 without U+0000.
  public let utf8: [UInt8]

  /// What the bytes were taken for.
  public let encoding: Encoding

  /// Decodes `bytes`, which call themselves `declared`.
  ///
  /// A byte order mark decides; then UTF-8 if the bytes are valid as such, or all but a few damaged
  /// places, whatever the declaration says; then the label; then UTF-8 with more such places, as a
  /// short text has; then what the bytes look like. Bytes that are all ASCII are in the encoding of
  /// their label.
  public init(_ bytes: [UInt8], declared: String? = nil) {
    self.init(bytes[...], declared: declared)
  }

  public init(_ bytes: ArraySlice<UInt8>, declared: String? = nil) {
    let label = declared.flatMap { Encoding(label: $0) }
    if let (marked, length) = DecodedText.byteOrderMark(bytes) {
      encoding = marked
      utf8 = DecodedText.decode(bytes.dropFirst(length), as: marked)
    } else if let wide = DecodedText.wideEncoding(bytes) {
      encoding = wide
      utf8 = DecodedText.decode(bytes, as: wide)
    } else if label?.name == "iso-2022-jp", bytes.contains(0x1B), let label {
      // Seven bits only, so that it would pass for UTF-8.
      encoding = label
      utf8 = DecodedText.decode(bytes, as: label)
    } else {
      let census = UTF8Census(bytes)
      // Bytes that a C string could hold are no UTF-16, whatever they call themselves.
      let usable = label.flatMap { $0.name.hasPrefix("utf-") ? nil : $0 }
      if census.isClean {
        encoding = census.isASCII ? usable ?? .utf8 : .utf8
        utf8 = Array(bytes)
      } else if census.isUTF8 || usable == nil && census.isRatherUTF8 {
        encoding = .utf8
        utf8 = DecodedText.decode(bytes, as: .utf8)
      } else {
        encoding = usable ?? EncodingGuess.encoding(of: bytes)
        utf8 = DecodedText.decode(bytes, as: encoding)
      }
    }
  }

  private static func byteOrderMark(_ bytes: ArraySlice<UInt8>) -> (Encoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LE, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BE, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark, by where the zeros of its ASCII characters stand.
  private static func wideEncoding(_ bytes: ArraySlice<UInt8>) -> Encoding? {
    let head = bytes.prefix(1024)
    var zeros = [0, 0, 0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 3] += 1 }
    let quarter = head.count / 4
    guard quarter > 0, zeros.reduce(0, +) > quarter / 2 else { return nil }
    let many = quarter * 3 / 4
    func fits(_ most: [Int], none: [Int]) -> Bool {
      most.allSatisfy { zeros[$0] > many } && none.allSatisfy { zeros[$0] == 0 }
    }
    if fits([1, 2, 3], none: [0]) { return .utf32LE }
    if fits([0, 1, 2], none: [3]) { return .utf32BE }
    if zeros[0] == 0, zeros[2] == 0, zeros[1] + zeros[3] > quarter / 2 { return .utf16LE }
    if zeros[1] == 0, zeros[3] == 0, zeros[0] + zeros[2] > quarter / 2 { return .utf16BE }
    return nil
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, as encoding: Encoding) -> [UInt8] {
    switch encoding {
    case .utf8: Decoding.repaired(bytes)
    case .utf16LE, .utf16BE: Decoding.utf16(bytes, bigEndian: encoding == .utf16BE)
    case .utf32LE, .utf32BE: Decoding.utf32(bytes, bigEndian: encoding == .utf32BE)
    default:
      encoding.iconvName.flatMap { Decoding.iconv(bytes, from: $0) }
        ?? Decoding.windows1252(bytes)
    }
  }
}

/// How far bytes are UTF-8.
private struct UTF8Census {
  /// Characters of two bytes and more.
  private var wide = 0
  private var bad = 0
  private var zeros = 0

  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      var position = 0
      while position < buffer.count {
        let byte = buffer[position]
        if byte < 0x80 {
          if byte == 0 { zeros += 1 }
          position += 1
          continue
        }
        let length = Decoding.sequenceLength(buffer, at: position)
        if length > 0 { wide += 1 } else { bad += 1 }
        position += max(1, length)
      }
    }
  }

  var isASCII: Bool { isClean && wide == 0 }

  var isClean: Bool { bad == 0 && zeros == 0 }

  /// A page that was cut, or spliced by a program that counts bytes, has a few bad places among
  /// many good ones; text of another encoding hardly ever makes a good one.
  var isUTF8: Bool { bad * 10 <= wide }

  /// Whether a text is rather damaged UTF-8 than of an encoding that has to be guessed.
  ///
  /// Of a short text one bad place is a large share; three good ones hardly come about by chance.
  var isRatherUTF8: Bool { wide >= 3 && bad * 3 <= wide }
}
