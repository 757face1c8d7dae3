import Language
import Model

/// Cuts the passage out of a text by which a search found it.
struct Snippet {
  /// About how long a passage is, in bytes.
  static let length = 200

  /// How far into a text is looked; what is found behind is shown by the text's beginning.
  static let reach = 1 << 18

  private(set) var text: String
  private(set) var matches: [TextSpan] = []

  /// The passage with the most of the terms; the beginning where none is found.
  init(of body: String, terms: [SearchExpression.Term]) {
    let bytes = Array(body.utf8.prefix(Self.reach))
    let found = WordMatcher(terms).matches(in: bytes)
    let window = Self.window(bytes, found)
    var cut = Array(bytes[window])
    for index in cut.indices where cut[index] < 0x20 { cut[index] = 0x20 }
    let opening = window.lowerBound > 0 ? "… " : ""
    let closing = window.upperBound < body.utf8.count ? " …" : ""
    text = opening + String(decoding: cut, as: UTF8.self) + closing
    let shift = opening.utf8.count - window.lowerBound
    for match in found
    where match.span.start >= window.lowerBound && match.span.end <= window.upperBound {
      let span = TextSpan(start: match.span.start + shift, end: match.span.end + shift)
      // Pairs of Chinese characters overlap; spans stand apart.
      if let last = matches.last, span.start < last.end {
        matches[matches.count - 1].end = max(last.end, span.end)
      } else {
        matches.append(span)
      }
    }
  }

  /// The stretch of text that holds the most different terms, the first of such.
  private static func window(_ bytes: [UInt8], _ found: [WordMatcher.Match]) -> Range<Int> {
    var best = 0
    var bestCount = 0
    var counts: [Int: Int] = [:]
    var last = 0
    for first in found.indices {
      while last < found.count, found[last].span.end - found[first].span.start <= length * 3 / 4 {
        counts[found[last].term, default: 0] += 1
        last += 1
      }
      if counts.count > bestCount {
        bestCount = counts.count
        best = first
      }
      let term = found[first].term
      counts[term, default: 1] -= 1
      if counts[term].map({ $0 <= 0 }) ?? false { counts[term] = nil }
      last = max(last, first + 1)
    }
    let match = found.isEmpty ? 0 : found[best].span.start
    let start = found.isEmpty ? 0 : boundary(bytes, before: max(0, match - length / 4), match)
    return start..<boundary(bytes, after: min(bytes.count, start + length), start)
  }

  /// The first beginning of a word from `offset` on, not behind `limit`.
  private static func boundary(_ bytes: [UInt8], before offset: Int, _ limit: Int) -> Int {
    if offset == 0 { return 0 }
    for index in offset..<max(offset, limit) where bytes[index - 1] <= 0x20 { return index }
    return character(bytes, at: max(offset, min(limit, offset + 4)))
  }

  /// The last end of a word up to `offset`, at most a fifth of a passage before it.
  private static func boundary(_ bytes: [UInt8], after offset: Int, _ start: Int) -> Int {
    if offset == bytes.count { return character(bytes, at: offset) }
    for index in stride(from: offset, to: max(start, offset - length / 5), by: -1)
    where bytes[index] <= 0x20 { return index }
    return character(bytes, at: offset)
  }

  /// The beginning of the character that an offset lies in.
  private static func character(_ bytes: [UInt8], at offset: Int) -> Int {
    var index = offset
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
