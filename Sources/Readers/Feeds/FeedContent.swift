/// A text of a feed, as HTML.
struct FeedContent {
  let html: String

  init(html: String) { self.html = html }

  /// Text without markup; blank lines part its paragraphs.
  init(text: String) {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    html = FeedContent.paragraphs(escaped)
  }

  /// What may be either: HTML where it holds a tag of HTML, else text with HTML's references.
  init(open text: String) {
    let (html, isMarked) = FeedMarkup.escaped(text)
    self.html = isMarked ? html : FeedContent.paragraphs(html)
  }

  private static func paragraphs(_ text: String) -> String {
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
  var line: String? { PlainMarkup.text(html).nonEmpty }
}
