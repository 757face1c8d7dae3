extension LayoutLine {
  /// `nil` for words that are set along the margin, from the bottom to the top.
  init?(_ words: [LayoutWord]) {
    guard let first = words.first,
      let model = words.max(by: { $0.text.utf8.count < $1.text.utf8.count })
    else { return nil }
    let left = words.map(\.left).min() ?? first.left
    let right = words.map(\.right).max() ?? first.right
    let height = (words.map(\.bottom).max() ?? 0) - (words.map(\.top).min() ?? 0)
    let length = words.reduce(0) { $0 + $1.text.utf8.count }
    guard length < 4 || height <= right - left else { return nil }
    var text = ""
    for word in words { LayoutLine.append(word, to: &text, beside: model) }
    self.init(
      text: text, left: left, right: right, top: model.top, bottom: model.bottom,
      opening: first.right - first.left + model.size / 4)
  }

  /// Joins what is raised or lowered to the word before it: "km" and "2" are no two kilometres, and
  /// the number of a note is no figure.
  private static func append(_ word: LayoutWord, to text: inout String, beside model: LayoutWord) {
    let isSmall = word.size < model.size * 0.8
    if isSmall, word.bottom < model.bottom - model.size * 0.15 {
      if let digits = LayoutCharacters.raised(word.text) { return text += digits }
      let isOrdinal = ["st", "nd", "rd", "th"].contains(word.text)
      if isOrdinal, text.last?.isNumber ?? false { return text += word.text }
    } else if isSmall, word.top > model.top + model.size * 0.25, !text.isEmpty,
      let digits = LayoutCharacters.lowered(word.text)
    {
      return text += digits
    }
    if !text.isEmpty, !areJoined(text.unicodeScalars.last, word.text.unicodeScalars.first) {
      text += " "
    }
    text += word.text
  }

  /// Whether no space is written between two such characters.
  static func areJoined(_ last: Unicode.Scalar?, _ first: Unicode.Scalar?) -> Bool {
    LayoutCharacters.isIdeographic(last) && LayoutCharacters.isIdeographic(first)
  }
}
