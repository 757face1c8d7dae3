import Model

extension TokenizedText {
  /// Cuts a text into tokens, and these into sentences.
  ///
  /// A sentence ends at a line's end, unless the line only was too short for it; at `//`; and at
  /// `.`, `!`, `?` or `…` with the closing quotation marks and brackets behind it where the next
  /// token begins like a sentence. A point after an abbreviation (class `abbreviation`), after a
  /// single capital letter, or inside a number does not end one. No sentence is longer than 512 tokens,
  /// so that what looks around in one stays linear in the text.
  public convenience init(_ text: String, lexicon: Lexicon) {
    let bytes = Array(text.utf8)
    let (tokens, hashes) = Tokenizer.tokens(of: bytes, lexicon: lexicon)
    self.init(
      bytes: bytes, tokens: tokens, hashes: hashes,
      sentences: SentenceCutter(bytes: bytes, tokens: tokens, lexicon: lexicon).sentences(),
      lexicon: lexicon)
  }
}

struct SentenceCutter {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private let lexicon: Lexicon
  private let abbreviation: WordClass
  private let monthAbbreviation: WordClass
  private let starter: WordClass

  init(bytes: [UInt8], tokens: [Token], lexicon: Lexicon) {
    self.bytes = bytes
    self.tokens = tokens
    self.lexicon = lexicon
    abbreviation = lexicon.wordClass("abbreviation")
    monthAbbreviation = lexicon.wordClass("abbreviation-before-number")
    starter = lexicon.wordClass("sentence-starter")
  }

  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      let end = sentenceEnd(at: index) ?? (index - start >= 511 ? index + 1 : nil)
      if let end {
        sentences.append(start..<end)
        start = end
        index = end
      } else {
        index += 1
      }
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// Where the sentence ends (exclusive) if the token at `index` ends it.
  private func sentenceEnd(at index: Int) -> Int? {
    let next = index + 1
    guard next < tokens.count else { return nil }
    if tokens[next].flags.contains(.opensLine) { return next }
    guard tokens[index].kind == .sign else { return nil }
    switch tokens[index].code {
    // " // ": between the items of a newsletter.
    case 0x2F:
      let isPair =
        index > 0 && tokens[index - 1].isSign("/") && tokens[index].isJoined
        && !tokens[index - 1].isJoined && !tokens[next].isJoined
      return isPair ? next : nil
    case 0x2E: if isAbbreviationPoint(at: index) { return nil }
    case 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F: break
    default: return nil
    }
    var end = next
    while end < tokens.count, tokens[end].isJoined {
      if isFootnote(at: end) {
        end += 3
      } else if closes(tokens[end]) {
        end += 1
      } else {
        break
      }
    }
    guard end < tokens.count else { return nil }
    if tokens[end].flags.contains(.opensLine) { return end }
    // "$5.Then" and "example.com": a joined token goes on, unless a mark stood between.
    if tokens[end].isJoined && !tokens[end].flags.contains(.opensQuote) { return nil }
    return opensSentence(tokens[end], at: end, closedBetween: end > next) ? end : nil
  }

  /// "[1]" right behind the end of a sentence belongs to it.
  private func isFootnote(at index: Int) -> Bool {
    index + 2 < tokens.count && tokens[index].isSign("[") && tokens[index + 1].kind == .number
      && tokens[index + 2].isSign("]")
  }

  private func closes(_ token: Token) -> Bool {
    if token.flags.contains(.closesQuote) { return true }
    guard token.kind == .sign else { return false }
    switch token.code {
    case 0x29, 0x5D, 0x27, 0x2019, 0x21, 0x3F, 0x2E: return true
    default: return false
    }
  }

  private func opensSentence(_ token: Token, at index: Int, closedBetween: Bool) -> Bool {
    switch token.kind {
    case .word:
      // A word in lower case after a closing quotation mark goes on: “…!” he said.
      return token.isCapitalized
    case .number, .script: return true
    case .sign:
      if token.flags.contains(.opensQuote) { return true }
      switch token.code {
      case 0x28, 0x5B, 0x24, 0x20AC, 0xA3, 0xA5, 0x27, 0x2018, 0x2022, 0x23, 0x40: return true
      default: return token.isDash
      }
    }
  }

  /// Whether a point belongs to an abbreviation and does not end the sentence.
  private func isAbbreviationPoint(at index: Int) -> Bool {
    guard index > 0, tokens[index].isJoined, tokens[index - 1].kind == .word else { return false }
    let word = tokens[index - 1]
    let next = tokens[index + 1]
    if lexicon.contains(word.code, monthAbbreviation) { return next.kind == .number }
    if lexicon.contains(word.code, abbreviation) {
      return !(next.kind == .word && lexicon.contains(next.code, starter))
    }
    // "J. Smith", "N. Korea"; but "U.S. The": a letter after a point, with a starter next, ends it.
    if word.length == 1, word.isCapitalized {
      let initials = index > 1 && tokens[index - 2].isSign(".") && word.isJoined
      return initials
        ? !(next.kind == .word && lexicon.contains(next.code, starter) && next.isCapitalized)
        : !(next.kind == .word && lexicon.contains(next.code, starter) && next.isCapitalized
          && next.length > 2)
    }
    // "a.m.", "p.m.", "e.g.": single letters between points.
    return word.length == 1 && index > 2 && tokens[index - 2].isSign(".") && !next.isCapitalized
  }
}
