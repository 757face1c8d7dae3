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
    while index < text.tokens.count {
      if anchor < index {
        anchor = index
        while anchor < text.tokens.count, !words.isAnchor(text.tokens[anchor], in: text) {
          anchor += 1
        }
        // Behind the last of them no date begins.
        if anchor == text.tokens.count { break }
      }
      index = max(index, anchor - Self.reach)
      if let directed = grammar.directed(at: index), directed.reading.end > index {
        scan.add(directed)
        index = directed.tokens.upperBound
      } else {
        index += 1
      }
    }
    return scan.found
  }
}
