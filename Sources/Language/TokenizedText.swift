import Model

/// A text cut into tokens and sentences.
public final class TokenizedText: Sendable {
  public let bytes: [UInt8]
  public let tokens: [Token]

  /// For each token the hash of a word in lower case, as `Lexicon.hash` has it; 0 for other tokens.
  let hashes: [UInt64]

  /// The sentences as ranges of tokens, in order, without gaps.
  public let sentences: [Range<Int>]

  public let lexicon: Lexicon

  init(
    bytes: [UInt8], tokens: [Token], hashes: [UInt64], sentences: [Range<Int>], lexicon: Lexicon
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.hashes = hashes
    self.sentences = sentences
    self.lexicon = lexicon
  }

  /// The bytes of a token as a string.
  public func string(_ token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// What tokens stand for, be they on two lines of a text that is set to a width.
  public func string(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let span = self.span(range)
    let words = bytes[span.start..<span.end]
    guard words.contains(UInt8(ascii: "\n")) else { return String(decoding: words, as: UTF8.self) }
    let line = words.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    return String(decoding: line, as: UTF8.self)
  }

  public func string(_ span: TextSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The token's letters with ASCII capitals folded.
  public func folded(_ token: Token) -> String {
    String(
      decoding: bytes[Int(token.start)..<Int(token.end)].map {
        (65...90).contains($0) ? $0 | 0x20 : $0
      }, as: UTF8.self)
  }

  /// The bytes from the first token of a range to its last; the range must not be empty.
  public func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(
      start: Int(tokens[range.lowerBound].start), end: Int(tokens[range.upperBound - 1].end))
  }

  /// The tokens that touch a span of bytes.
  public func tokens(touching span: TextSpan) -> Range<Int> {
    var low = firstToken(endingAfter: span.start)
    let first = low
    while low < tokens.count, tokens[low].start < span.end { low += 1 }
    return first..<low
  }

  /// The index in `sentences` of the sentence with that token.
  public func sentence(of token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func firstToken(endingAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the token is a word of that class.
  @inlinable @inline(__always)
  public func isA(_ wordClass: WordClass, at index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    return token.kind == .word && lexicon.contains(token.code, wordClass)
  }

  /// Whether the token is a word of any of the classes.
  @inlinable
  public func isAny(_ classes: WordClasses, at index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    return token.kind == .word && lexicon.contains(token.code, anyOf: classes)
  }

  /// Whether the token is a form of a verb whose base is of that class.
  public func isForm(of wordClass: WordClass, at index: Int) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return false }
    return lexicon.contains(lexicon.base(tokens[index].code), wordClass)
  }

  /// What the lexicon has beside the word in that class, or `nil` if it is none of it.
  public func value(_ wordClass: WordClass, at index: Int) -> String? {
    isA(wordClass, at: index) ? lexicon.value(tokens[index].code, wordClass) : nil
  }

  /// The longest entry of that class, of one word or several, that begins at the token.
  public func phrase(_ wordClass: WordClass, at index: Int) -> Lexicon.Match? {
    lexicon.phrase(wordClass, in: tokens, at: index)
  }

  /// The longest entry of that class that ends right before the token, with where it begins.
  public func phrase(
    _ wordClass: WordClass, endingAt end: Int, from floor: Int
  ) -> (Lexicon.Match, Int)? {
    var start = max(floor, end - 6)
    while start < end {
      if let match = phrase(wordClass, at: start), start + match.count == end {
        return (match, start)
      }
      start += 1
    }
    return nil
  }

  /// Whether any token of the range is a word of that class.
  public func contains(_ wordClass: WordClass, in range: Range<Int>) -> Bool {
    range.contains { isA(wordClass, at: $0) }
  }

  /// Whether the token is that word, in lower case as the lexicon has it.
  @inlinable
  public func isWord(_ word: WordID, at index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .word
      && tokens[index].code == word.rawValue
  }

  @inlinable
  public func isSign(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].isSign(scalar)
  }
}
