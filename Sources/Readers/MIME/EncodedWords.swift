import Bytes

/// The words of header fields that name their encoding (RFC 2047): `=?koi8-r?B?8M/S1A==?=`.
enum EncodedWords {
  /// The text of a field, white space folded.
  ///
  /// Words of one encoding that follow one another are decoded together, since programs cut between
  /// the bytes of a character.
  static func text(_ bytes: ArraySlice<UInt8>, charset: String? = nil) -> String {
    var output: [UInt8] = []
    var run: [UInt8] = []
    var charsetOfRun: String?
    var plain = bytes.startIndex
    var index = bytes.startIndex
    func endRun() {
      output += DecodedText(run, declared: charsetOfRun).utf8
      run = []
      charsetOfRun = nil
    }
    func endPlain(at end: Int) {
      // White space between two encoded words is no part of the text.
      let isGap = charsetOfRun != nil && bytes[plain..<end].allSatisfy { $0 <= 0x20 }
      guard plain < end, !isGap else { return }
      endRun()
      output += DecodedText(bytes[plain..<end], declared: charset).utf8
    }
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "="), let word = Word(bytes, at: index) else {
        index += 1
        continue
      }
      endPlain(at: index)
      if charsetOfRun != word.charset {
        endRun()
        charsetOfRun = word.charset
      }
      run += word.bytes
      index = word.end
      plain = index
    }
    if plain < index, !bytes[plain..<index].allSatisfy({ $0 <= 0x20 }) { endPlain(at: index) }
    endRun()
    return PlainMarkup.folded(String(decoding: output, as: UTF8.self))
  }

  private struct Word {
    /// In lower case.
    var charset: String
    var bytes: [UInt8]
    var end: Int

    /// The longest word that is looked for; the standard allows 75 bytes.
    private static let limit = 4096

    init?(_ text: ArraySlice<UInt8>, at start: Int) {
      let question = UInt8(ascii: "?")
      let window = text[start..<min(text.endIndex, start + Word.limit)]
      guard window.count > 6, window[start + 1] == question,
        let second = window[(start + 2)...].prefix(80).firstIndex(of: question),
        second + 2 < window.endIndex, window[second + 2] == question
      else { return nil }
      var end = second + 3
      while end + 1 < window.endIndex, window[end] != question || window[end + 1] != 0x3D {
        end += 1
      }
      guard end + 1 < window.endIndex else { return nil }
      let content = window[(second + 3)..<end]
      switch window[second + 1] | 0x20 {
      case UInt8(ascii: "b"): bytes = Base64.decodeMail(content)
      case UInt8(ascii: "q"): bytes = QuotedPrintable.decodeWord(content)
      default: return nil
      }
      // A language may stand behind the encoding (RFC 2231, section 5).
      let label = window[(start + 2)..<second].prefix { $0 != UInt8(ascii: "*") }
      charset = String(decoding: label, as: UTF8.self).lowercased()
      self.end = end + 2
    }
  }
}
