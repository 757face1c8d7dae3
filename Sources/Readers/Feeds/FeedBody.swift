import Markup
import Model

/// The body of an entry, cleaned like a page's.
struct FeedBody {
  let text: String
  let links: [Link]
  let references: [String]

  init(_ content: FeedContent, title: String?, base: String?) throws(ReadingError) {
    let document = HTMLDocument(utf8: Array("<article>\(content.html)</article>".utf8))
    guard !document.isCut else { throw ReadingError.tooMuchMarkup }
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
