import Language

/// The passages between quotation marks.
struct Quotation: Sendable {
  /// The tokens between the marks.
  var inner: Range<Int>

  /// The tokens with the marks.
  var outer: Range<Int>

  /// Whether it goes on from the quotation before: a paragraph that opens with a mark while the
  /// one before did not close its own.
  var continues: Bool

  /// Whether it can be direct speech: more than a word or two.
  var isSpeech: Bool
}

struct QuotationFinder {
  private let text: TokenizedText
  private var found: [Quotation] = []
  private var open: Int?
  private var continues = false

  static func quotations(in text: TokenizedText) -> [Quotation] {
    var finder = QuotationFinder(text)
    finder.run()
    return finder.found
  }

  private init(_ text: TokenizedText) { self.text = text }

  private mutating func run() {
    let tokens = text.tokens
    var index = 0
    while index < tokens.count {
      while index < tokens.count, tokens[index].kind != .sign,
        !tokens[index].flags.contains(.opensParagraph)
      { index += 1 }
      if index == tokens.count { break }
      if tokens[index].flags.contains(.opensParagraph), open != nil { endParagraph(at: index) }
      let width = markWidth(at: index)
      if width > 0 {
        mark(at: index, width: width)
        index += width
      } else {
        index += 1
      }
    }
    if open != nil { endParagraph(at: tokens.count) }
  }

  /// 1 for a quotation mark, 2 for two apostrophes in its place, 0 for anything else.
  private func markWidth(at index: Int) -> Int {
    let token = text.tokens[index]
    guard token.kind == .sign else { return 0 }
    if token.isSign("'"), text.isSign("'", at: index + 1), text.tokens[index + 1].isJoined {
      return 2
    }
    if token.isSign("\u{2018}") { return 1 }
    if token.isSign("\u{2019}") || token.isSign("'") { return isSingleMark(at: index) ? 1 : 0 }
    return token.flags.isDisjoint(with: [.opensQuote, .closesQuote]) ? 0 : 1
  }

  /// Whether an apostrophe closes or opens a quotation in single marks.
  private func isSingleMark(at index: Int) -> Bool {
    let token = text.tokens[index]
    let touchesNext = index + 1 < text.tokens.count && text.tokens[index + 1].isJoined
    if let open, isSingle(open) {
      let next = index + 1 < text.tokens.count ? text.tokens[index + 1] : nil
      return token.isJoined && (!touchesNext || next?.kind == .sign)
        && !endsLikePossessive(before: index)
    }
    return open == nil && token.isSign("'") && !token.isJoined && touchesNext
      && text.tokens[index + 1].isCapitalized
  }

  private func endsLikePossessive(before index: Int) -> Bool {
    let last = text.tokens[index - 1]
    return last.isWord && text.bytes[Int(last.end) - 1] == UInt8(ascii: "s")
      && index + 1 < text.tokens.count && text.tokens[index + 1].isWord
  }

  private func isSingle(_ index: Int) -> Bool {
    text.isSign("\u{2018}", at: index)
      || text.isSign("'", at: index) && !text.tokens[index].flags.contains(.opensQuote)
  }

  private mutating func mark(at index: Int, width: Int) {
    let token = text.tokens[index]
    guard let open else {
      let opens = token.flags.contains(.opensQuote) || isSingle(index)
      if opens { self.open = index }
      return
    }
    if isSingle(open) != (token.isSign("'") && width == 1 || token.isSign("\u{2019}")) { return }
    // An opening mark behind a word closes all the same: “51 percent.“
    let touchesNext = index + 1 < text.tokens.count && text.tokens[index + 1].isJoined
    if token.flags.contains(.opensQuote), !isSingle(open), !token.isJoined || touchesNext { return }
    close(at: index, width: width)
  }

  private mutating func close(at index: Int, width: Int) {
    guard let open else { return }
    append(from: open, innerEnd: index, outerEnd: index + width)
    self.open = nil
    continues = false
  }

  /// Direct speech goes on into a paragraph that opens with a mark; a stray mark is forgotten.
  private mutating func endParagraph(at end: Int) {
    guard let open else { return }
    self.open = nil
    let goesOn =
      end < text.tokens.count && markWidth(at: end) > 0
      && (text.tokens[end].flags.contains(.opensQuote) || isSingle(end))
    if goesOn || text.tokens[open].flags.contains(.opensParagraph) {
      append(from: open, innerEnd: end, outerEnd: end)
    }
    continues = goesOn
  }

  private mutating func append(from open: Int, innerEnd: Int, outerEnd: Int) {
    let start = open + (text.isSign("'", at: open) && text.isSign("'", at: open + 1) ? 2 : 1)
    guard start < innerEnd else { return }
    let inner = start..<innerEnd
    let words = inner.prefix(40).filter { text.tokens[$0].kind != .sign }.count
    found.append(
      Quotation(
        inner: inner, outer: open..<outerEnd, continues: continues,
        isSpeech: words > 2 || continues))
  }
}
