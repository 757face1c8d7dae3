import Model

/// The report as a newspaper's site would have it: what it says of itself, its styles and scripts,
/// the ways to the rest of the site, and teasers of other articles.
extension Report {
  public var page: [UInt8] { Array(pageText.utf8) }

  var pageText: String {
    """
    <!DOCTYPE html>
    <html lang="\(language ?? "en")">
    <head>
    <meta charset="utf-8">
    <title>\(escapedTitle) - \(outlet ?? "")</title>
    <link rel="canonical" href="\(url ?? "")">
    <meta property="og:title" content="\(escapedTitle)">
    <meta property="og:site_name" content="\(outlet ?? "")">
    <meta name="author" content="Ewa Lindqvist">
    <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": \
    "\(published?.description ?? "")", "author": {"@type": "Person", "name": "Ewa Lindqvist"}}</script>
    <style>\(Self.style)</style>
    <script>\(Self.script)</script>
    </head>
    <body class="article light" data-page="\(id ?? "")">
    <header class="site-header"><a href="/"><img src="/logo.svg" alt="\(outlet ?? "")"></a>
    <nav><ul class="menu">\(Self.menu)</ul></nav></header>
    <main><article class="story">
    <h1 class="story-title">\(escapedTitle)</h1>
    <p class="byline">By Ewa Lindqvist, <time datetime="\(published?.description ?? "")"></time></p>
    <figure><img src="/i/a.jpg" srcset="/i/a-400.jpg 400w, /i/a-800.jpg 800w" alt="">\
    <figcaption>Photo: \(outlet ?? "")</figcaption></figure>
    \(paragraphs.map { "<p class=\"text\">\($0)</p>" }.joined(separator: "\n"))
    </article>
    <aside class="related"><h2>Read also</h2><ul>\(Self.teasers)</ul></aside></main>
    <footer><ul>\(Self.menu)</ul><p>&copy; 2025 \(outlet ?? ""). All rights reserved.</p></footer>
    <script>\(Self.script)</script>
    </body>
    </html>
    """
  }

  var escapedTitle: String { Self.escaped(title ?? "") }

  /// The paragraphs of the text, in a form that markup can have.
  var paragraphs: [String] {
    text.split(separator: "\n\n").map { Self.escaped(String($0)) }
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
  }

  private static let menu = [
    "Home", "World", "Business", "Shipping", "Energy", "Fishing", "Opinion", "Archive",
  ].map { "<li class=\"item\"><a href=\"/\($0)?from=menu&amp;n=1\">\($0)</a></li>" }.joined()

  private static let teasers = (1...12).map { number in
    """
    <li><a class="teaser" href="/2025/\(number)"><h3>The ferry to island number \(number) sails \
    again</h3><p>After a winter in the dock it has a new engine.</p></a></li>
    """
  }.joined(separator: "\n")

  private static let style = (1...60).map { number in
    ".box-\(number) > .item { margin: 0 \(number)px; color: #33\(number % 10)a; display: flex }"
  }.joined(separator: "\n")

  private static let script = (1...60).map { number in
    "window.queue.push(function () { if (a < \(number) && b) track('view', {n: \(number)}) });"
  }.joined(separator: "\n")
}
