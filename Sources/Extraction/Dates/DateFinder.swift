import Language
import Model

/// Finds the dates of a text and resolves them against the day it was published.
public struct DateFinder: Sendable {
  private let words: DateWords

  /// How many tokens a date may have before the first that only a date has: "by no later than the
  /// very end of the whole".
  private static let reach = 12

  public init(lexicon: Lexicon) {
    words = DateWords(lexicon: lexicon)
  }

  /// The dates that a calendar can place, in the order of the text; none overlaps another.
  ///
  /// Without a day of publication only those are given that the words place by themselves, or that
  /// a dateline with a year does.
  public func dates(in text: TokenizedText, published: Day?) -> [FoundDate] {
    let grammar = EnglishDates(text: text, words: words)
    var scan = DateScan(text: text, grammar: grammar, words: words, published: published)
    var index = 0
    var anchor = -1
    while true {
      index = candidate(from: index, in: text, grammar, anchor: &anchor)
      if index == text.tokens.count { break }
      if let directed = grammar.directed(at: index), directed.reading.end > index {
        scan.add(directed)
        index = directed.tokens.upperBound
      } else {
        index += 1
      }
    }
    return scan.found
  }

  /// The next token that a date may begin with: near before one that only dates have.
  private func candidate(
    from start: Int, in text: TokenizedText, _ grammar: EnglishDates, anchor: inout Int
  ) -> Int {
    let count = text.tokens.count
    var index = start
    while index < count {
      if anchor < index {
        anchor = index
        while anchor < count, !words.isAnchor(text.tokens[anchor], in: text) { anchor += 1 }
        if anchor == count { break }
        index = max(index, anchor - Self.reach)
      }
      if grammar.mayBegin(at: index) { return index }
      index += 1
    }
    return count
  }
}
