import JSON
import Model

/// The fields of a line, read as what they have to be.
extension JSONValue {
  func text(_ key: String) -> String? { self[key]?.string }

  func requiredText(_ key: String) throws(LineError) -> String {
    guard let text = text(key) else { throw LineError("\(key) is missing or no text") }
    return text
  }

  func requiredInteger(_ key: String) throws(LineError) -> Int {
    guard let number = self[key]?.integer else {
      throw LineError("\(key) is missing or no whole number")
    }
    return number
  }

  func texts(_ key: String) -> [String] { self[key]?.array?.compactMap(\.string) ?? [] }

  func day(_ key: String) throws(LineError) -> Day? {
    guard let text = text(key) else { return nil }
    guard let day = Day(iso: text) else { throw LineError("\(key) is no day") }
    return day
  }

  func instant(_ key: String) throws(LineError) -> Instant? {
    guard let text = text(key) else { return nil }
    guard let instant = Instant(rfc3339: text) else { throw LineError("\(key) is no time") }
    return instant
  }

  /// One of the words that a field may have, `nil` where it has none.
  func word<Word: RawRepresentable<String>>(_ key: String) throws(LineError) -> Word? {
    guard let text = text(key) else { return nil }
    guard let word = Word(rawValue: text) else { throw LineError("\(key) cannot be '\(text)'") }
    return word
  }

  func requiredWord<Word: RawRepresentable<String>>(_ key: String) throws(LineError) -> Word {
    guard let word: Word = try word(key) else { throw LineError("\(key) is missing") }
    return word
  }

  func span(_ start: String = "start", _ end: String = "end") throws(LineError) -> TextSpan {
    TextSpan(start: try requiredInteger(start), end: try requiredInteger(end))
  }

  /// The span of what `text` tells, which has to stand there in the document.
  func evidence(in document: String) throws(LineError) -> TextSpan {
    let span = try span()
    try document.require(try requiredText("text"), at: span)
    return span
  }

  /// 64 hexadecimal digits as bytes.
  func digest(_ key: String) throws(LineError) -> [UInt8]? {
    guard let text = text(key) else { return nil }
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 64, text.utf8.count == 64 else { throw LineError("\(key) is no SHA-256") }
    return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}

extension String {
  /// Refuses words that do not stand where they are said to: whoever reads the text would find
  /// others in their place.
  func require(_ quote: String, at span: TextSpan) throws(LineError) {
    let start = utf8.index(utf8.startIndex, offsetBy: max(0, span.start), limitedBy: utf8.endIndex)
    guard span.start >= 0, let start, utf8[start...].starts(with: quote.utf8),
      quote.utf8.count == span.length
    else {
      throw LineError("“\(quote)” does not stand at \(span.start)..<\(span.end) of its text")
    }
  }
}
