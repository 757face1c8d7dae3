import Language

/// Which paragraph a token stands in.
struct Paragraphs: Sendable {
  /// The first tokens of the paragraphs.
  let starts: [Int]

  init(_ text: TokenizedText) {
    starts = text.tokens.indices.filter { text.tokens[$0].flags.contains(.opensParagraph) }
  }

  func paragraph(of token: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= token { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
