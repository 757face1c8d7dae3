import Language
import Model

/// Finds the words of a search in a text as the index finds them: by their forms without endings,
/// and Chinese wherever its characters stand.
struct WordMatcher {
  struct Match {
    var span: TextSpan

    /// Which of the search's words it is.
    var term: Int
  }

  private var words: [String: Int] = [:]
  private var prefixes: [(text: String, term: Int)] = []

  init(_ terms: [SearchExpression.Term]) {
    for (number, term) in terms.enumerated() {
      let parts = term.words.split { $0 == " " }.flatMap { part -> [String] in
        let bytes = Array(part.utf8)
        // Their endings are cut already.
        return Self.words(of: bytes).map { Self.folded(bytes, $0) }
      }
      for (index, part) in parts.enumerated() {
        if term.isPrefix, index == parts.count - 1 {
          prefixes.append((part, number))
        } else if words[part] == nil {
          words[part] = number
        }
      }
    }
  }

  /// All matches, in the order of the text.
  func matches(in bytes: [UInt8]) -> [Match] {
    if words.isEmpty && prefixes.isEmpty { return [] }
    var matches: [Match] = []
    for span in Self.words(of: bytes) {
      let word = Self.folded(bytes, span)
      if let term = words[SearchText.stem(word)]
        ?? prefixes.first(where: { word.hasPrefix($0.text) })?.term
      {
        matches.append(Match(span: span, term: term))
      }
    }
    return matches
  }

  private static func folded(_ bytes: [UInt8], _ span: TextSpan) -> String {
    Folding.folded(String(decoding: bytes[span.start..<span.end], as: UTF8.self))
  }

  /// The runs of letters and digits; of Chinese every pair of neighbours.
  private static func words(of bytes: [UInt8]) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start: Int?
    var before: (start: Int, isHan: Bool) = (0, false)
    var offset = 0
    let text = String(decoding: bytes, as: UTF8.self)
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      let isHan = SearchText.isChinese(scalar)
      let isWord = !isHan && SearchText.isWord(scalar)
      if !isWord, let begun = start {
        spans.append(TextSpan(start: begun, end: offset))
        start = nil
      }
      if isHan, before.isHan { spans.append(TextSpan(start: before.start, end: offset + length)) }
      if isWord, start == nil { start = offset }
      before = (offset, isHan)
      offset += length
    }
    if let start { spans.append(TextSpan(start: start, end: offset)) }
    return spans
  }
}
