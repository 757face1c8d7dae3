import Model

/// The keys of a text's claims: article, quote, and what stands around it.
struct ClaimKeys {
  /// How many characters of context there are on either side.
  private static let context = 32

  let article: String
  let text: [UInt8]
  private var seen: [String: Int] = [:]

  init(article: String, text: [UInt8]) {
    self.article = article
    self.text = text
  }

  /// The key of the next claim, in the order of the text.
  ///
  /// Several that stand on the same words of the same context are told apart by their number.
  mutating func key(of span: TextSpan) -> String {
    // A damaged archive may hold any numbers.
    let begin = min(max(0, span.start), text.count)
    let evidence = TextSpan(start: begin, end: min(max(begin, span.end), text.count))
    let before = start(of: evidence.start)..<evidence.start
    let after = evidence.end..<end(of: evidence.end)
    let identity = [
      "claim", article, string(before), string(evidence.start..<evidence.end), string(after),
    ]
    let first = Key.of(identity[0], identity[1], identity[2], identity[3], identity[4])
    let number = seen[first, default: 0]
    seen[first] = number + 1
    return number == 0 ? first : Key.of(first, String(number))
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private func start(of offset: Int) -> Int {
    var start = offset
    var count = 0
    while start > 0, count < Self.context {
      start -= 1
      if text[start] & 0xC0 != 0x80 { count += 1 }
    }
    return start
  }

  private func end(of offset: Int) -> Int {
    var end = offset
    var count = 0
    while end < text.count, count < Self.context {
      end += 1
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      count += 1
    }
    return end
  }
}
