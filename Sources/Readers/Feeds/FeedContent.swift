/// A text of a feed, as HTML.
struct FeedContent {
  let html: String

  /// The same where it has neither tags nor references.
  private let plain: String?

  init(html: String) {
    self.html = html
    plain = nil
  }

  /// Text without markup; blank lines part its paragraphs.
  init(text: String) {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    html = FeedContent.paragraphs(escaped)
    plain = text
  }

  /// What may be either: HTML where it holds a tag of HTML, else text with HTML's references.
  init(open text: String) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      html = FeedContent.paragraphs(text)
      plain = text
      return
    }
    let (html, isMarked) = FeedMarkup.escaped(text)
    self.html = isMarked ? html : FeedContent.paragraphs(html)
    plain = nil
  }

  private static func paragraphs(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return "<p>\(text)</p>" }
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if !line.trimmed.isEmpty {
        paragraphs[paragraphs.count - 1].append(line)
      } else if paragraphs.last?.isEmpty == false {
        paragraphs.append([])
      }
    }
    return paragraphs.filter { !$0.isEmpty }
      .map { "<p>\($0.joined(separator: "\n"))</p>" }.joined()
  }

  /// All of it in one line, or `nil` if it shows nothing.
  var line: String? {
    plain.map(PlainMarkup.folded)?.nonEmpty ?? PlainMarkup.text(html).nonEmpty
  }
}
