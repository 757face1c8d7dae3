/// A subject without what programs set before it: `Re: Fwd: [bay-watch] Forty ships`.
struct MailSubject {
  private(set) var title: String

  /// Whether the mark of an answer, or of something passed on, stood before it.
  private(set) var isAnswer = false
  private(set) var isForward = false

  /// `list` are the names of the mailing list, whose mark in brackets is no part of the title.
  init(_ text: String, list: [String] = []) {
    title = text.trimmed
    while let rest = withoutMark() ?? withoutList(list) { title = rest }
  }

  /// What stands behind one mark, which may be numbered: `Re[2]:`.
  private mutating func withoutMark() -> String? {
    guard let colon = title.firstIndex(where: { $0 == ":" || $0 == "：" }),
      title[..<colon].utf8.count <= 24
    else { return nil }
    let letters = title[..<colon].filter { !$0.isNumber && !"[]()".contains($0) }
    let mark = Fold.line(letters)
    if Furniture.words.forwardPrefix.isLine(mark) {
      isForward = true
    } else if Furniture.words.answerPrefix.isLine(mark) {
      isAnswer = true
    } else {
      return nil
    }
    return title[title.index(after: colon)...].description.trimmed.nonEmpty
  }

  private func withoutList(_ names: [String]) -> String? {
    guard title.hasPrefix("["), let end = title.firstIndex(of: "]") else { return nil }
    let mark = Fold.squashed(title[..<end])
    guard !mark.isEmpty, names.contains(where: { Fold.squashed($0) == mark }) else { return nil }
    return title[title.index(after: end)...].description.trimmed.nonEmpty
  }
}
