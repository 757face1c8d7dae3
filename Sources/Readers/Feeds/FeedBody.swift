import Markup
import Model

/// A text of a feed, as HTML.
struct FeedContent {
  let html: String

  init(html: String) { self.html = html }

  /// Text without markup; blank lines part its paragraphs.
  init(text: String) {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    html = FeedContent.paragraphs(escaped)
  }

  /// What may be either: HTML where it holds a tag, else text with HTML's references.
  init(open text: String) {
    let bytes = text.utf8
    let hasTag = zip(bytes, bytes.dropFirst()).contains {
      $0 == UInt8(ascii: "<") && (($1 | 0x20) &- 97 < 26 || $1 == UInt8(ascii: "/"))
    }
    html = hasTag ? text : FeedContent.paragraphs(text)
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

/// The body of an entry, cleaned like a page's.
struct FeedBody {
  let text: String
  let links: [Link]
  let references: [String]

  init(_ content: FeedContent, title: String?, base: String?) {
    let document = HTMLDocument(utf8: Array("<article>\(content.html)</article>".utf8))
    let layout = PageLayout(document.tree)
    var known = KnownLines()
    if let title { known.title = Fold.line(title) }
    var body = PageBody(layout, known: known)
    // An entry may be one line that a page would have as a teaser: a link and nothing more.
    if body.cuts.count == 1, body.cuts[0] != .line { body.keepAll() }
    text = body.text
    links = body.links(base: base)
    references = body.references(base: base)
  }
}
