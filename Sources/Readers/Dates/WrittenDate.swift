import Language
import Model

/// A date as people and programs write it beside an article.
///
/// What could be two days (03/04/2025) is none: no date is better than a wrong one.
struct WrittenDate: Hashable {
  var day: Day

  /// Set where the text gives a time and its offset from Greenwich.
  var instant: Instant?

  /// Whether that offset is none, as programs write times of anywhere.
  var isUniversal = false

  /// Reads the first date in `text`, where not too much stands before it.
  ///
  /// `slack` is how many words that are no part of a date may stand before it.
  static func first(in text: some StringProtocol, slack: Int) -> WrittenDate? {
    let trimmed = String(text).trimmed
    if let stamp = stamp(trimmed) { return stamp }
    let tokens = Token.all(in: trimmed.prefix(400))
    var skipped = 0
    for index in tokens.indices {
      if let day = day(tokens, at: index) { return WrittenDate(day: day, instant: nil) }
      if tokens[index].isWord {
        skipped += 1
        if skipped > slack { return nil }
      }
    }
    return nil
  }

  /// An ISO 8601 form at the start of the text, with its offset in any of the forms in use.
  private static func stamp(_ text: String) -> WrittenDate? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let day = Day(iso: String(decoding: bytes[0..<10], as: UTF8.self))
    else { return nil }
    if bytes.count > 10 {
      let next = bytes[10]
      guard next == 0x20 || next | 0x20 == UInt8(ascii: "t") || next == UInt8(ascii: ",") else {
        return bytes[10] &- 48 < 10 ? nil : WrittenDate(day: day, instant: nil)
      }
    }
    let time = Timestamp(rfc3339: text)
    return WrittenDate(day: day, instant: time?.instant, isUniversal: time?.offset == 0)
  }

  private struct Token {
    var text: String
    var number: Int?
    var digits = 0
    var isWord: Bool { number == nil && text.utf8.count > 1 }

    static func all(in text: Substring) -> [Token] {
      var tokens: [Token] = []
      var word = ""
      func flush() {
        guard !word.isEmpty else { return }
        let number = word.utf8.count <= 8 ? Int(word) : nil
        tokens.append(
          Token(text: word, number: number, digits: number == nil ? 0 : word.utf8.count))
        word = ""
      }
      var isNumber = false
      for scalar in text.lowercased().unicodeScalars {
        let isDigit = ("0"..."9").contains(scalar)
        let isLetter = scalar.properties.isAlphabetic
        if !isDigit && !isLetter {
          flush()
          if !scalar.properties.isWhitespace { tokens.append(Token(text: String(scalar))) }
        } else {
          if isDigit != isNumber || WrittenDate.units.contains(scalar) { flush() }
          isNumber = isDigit
          word.unicodeScalars.append(scalar)
          if WrittenDate.units.contains(scalar) { flush() }
        }
      }
      flush()
      return tokens
    }
  }

  private static let units: Set<Unicode.Scalar> = ["年", "月", "日", "년", "월", "일"]
  private static let months = Dictionary(
    ReadingWords.builtIn["month"].map { ($0.text, Int($0.value) ?? 0) }, uniquingKeysWith: { $1 })

  static func isMonth(_ word: String) -> Bool {
    months[word.lowercased().filter { $0 != "." && $0 != "," }] != nil
  }

  private static func day(_ tokens: [Token], at start: Int) -> Day? {
    var index = start
    func token(_ offset: Int) -> Token? {
      index + offset < tokens.count ? tokens[index + offset] : nil
    }
    func skip(_ marks: Set<String>) {
      while let mark = token(0), marks.contains(mark.text) { index += 1 }
    }
    guard let first = tokens.indices.contains(start) ? tokens[start] : nil else { return nil }
    index += 1
    // 14 July 2025, 14. Juli 2025, 14th of July, 2025, 14 de julio de 2025.
    if let number = first.number, first.digits <= 2 {
      skip([".", "st", "nd", "rd", "th", "er", "de", "of", "º", "-", "/", " "])
      if let month = token(0).flatMap({ months[$0.text] }) {
        index += 1
        skip([".", ",", "de", "del", "-", "/", "'"])
        return year(token(0)).flatMap { Day(year: $0, month: month, day: number) }
      }
      return numeric(tokens, at: start)
    }
    // July 14, 2025.
    if let month = months[first.text] {
      skip([".", "-", "/"])
      guard let number = token(0), let value = number.number, number.digits <= 2 else { return nil }
      index += 1
      skip([".", ",", "st", "nd", "rd", "th", "-", "/"])
      return year(token(0)).flatMap { Day(year: $0, month: month, day: value) }
    }
    if first.digits == 4 {
      // 2004. július 13., 2004-Jul-13.
      skip([".", "-", "/"])
      if let month = token(0).flatMap({ months[$0.text] }) {
        index += 1
        skip(["-", "/"])
        guard let number = token(0), let day = number.number, number.digits <= 2 else { return nil }
        return year(first).flatMap { Day(year: $0, month: month, day: day) }
      }
      return numeric(tokens, at: start)
    }
    if first.digits == 8, let number = first.number {
      return plausible(Day(year: number / 10_000, month: number / 100 % 100, day: number % 100))
    }
    return nil
  }

  /// Three numbers with the same mark between, or with the signs of Chinese, Japanese and Korean.
  private static func numeric(_ tokens: [Token], at start: Int) -> Day? {
    guard start + 4 < tokens.count, let one = tokens[start].number,
      let two = tokens[start + 2].number, let three = tokens[start + 4].number,
      tokens[start + 2].digits <= 2
    else { return nil }
    let (mark, other) = (tokens[start + 1].text, tokens[start + 3].text)
    let isSigned = ["年", "년"].contains(mark) && ["月", "월"].contains(other)
    guard isSigned || (mark == other && ["-", ".", "/"].contains(mark)) else { return nil }
    if tokens[start].digits == 4, tokens[start + 4].digits <= 2 {
      return plausible(Day(year: one, month: two, day: three))
    }
    guard tokens[start + 4].digits == 4 else { return nil }
    // A point stands in dates that begin with the day; a slash says nothing.
    if mark == "." { return plausible(Day(year: three, month: two, day: one)) }
    if one > 12 { return plausible(Day(year: three, month: two, day: one)) }
    if two > 12 || one == two { return plausible(Day(year: three, month: one, day: two)) }
    return nil
  }

  private static func year(_ token: Token?) -> Int? {
    guard let token, let number = token.number, token.digits == 4, (1800...2199).contains(number)
    else { return nil }
    return number
  }

  private static func plausible(_ day: Day?) -> Day? {
    day.flatMap { (1800...2199).contains($0.year) ? $0 : nil }
  }
}
