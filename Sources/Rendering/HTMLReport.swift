import Model

/// Claims as one page of HTML that needs nothing but itself: no script, no outside resource.
public struct HTMLReport {
  private var text: String
  private var known: Set<Int> = []

  /// - Parameters:
  ///   - title: what the page is called.
  ///   - query: the filters, as they were given.
  public init(title: String, query: String) {
    let title = Self.escaped(title)
    let query = query.isEmpty ? "" : "<p>Filters: <code>\(Self.escaped(query))</code></p>\n"
    text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(title)</h1>
      \(query)<table>
      <thead><tr><th scope="col">Figure</th><th scope="col">About</th><th scope="col">When</th>\
      <th scope="col">How</th><th scope="col">Who</th><th scope="col">Said on</th>\
      <th scope="col">Source</th></tr></thead>
      <tbody>

      """
  }

  /// The claim as a row, and its sentence under it; `name` gives an entity's name by its id.
  public mutating func add(_ record: ClaimRecord, name: (String) -> String) {
    if known.insert(record.articleID).inserted { articleIDs.append(record.articleID) }
    let claim = record.claim
    let source = Self.escaped(record.source ?? "article \(record.articleID)")
    let cells = [
      FigureFormatter.figure(claim.quantity), ClaimFormatter.about(claim, name: name),
      ClaimFormatter.time(record), ClaimFormatter.firmness(claim), ClaimFormatter.speakers(claim),
      record.saidOn?.description ?? "",
    ]
    text += "<tr>" + cells.map { "<td>\(Self.escaped($0))</td>" }.joined()
    text += "<td><a href=\"#article-\(record.articleID)\">\(source)</a></td></tr>\n"
    let sentence = QuotedSentence(record).parts.map { part in
      let words = Self.escaped(part.text)
      return part.isMarked ? "<mark id=\"claim-\(record.id)\">\(words)</mark>" : words
    }
    text += "<tr class=\"evidence\"><td colspan=\"7\"><q dir=\"auto\">\(sentence.joined())</q>"
    if let url = record.url,
      let address = Markdown.address(TextFragment.address(of: url, to: record.sentence))
    {
      text += " <a rel=\"noreferrer\" href=\"\(Self.escaped(address))\">on the page</a>"
    }
    text += "</td></tr>\n"
  }

  /// The ids of the articles that claims were added of, in their order.
  public private(set) var articleIDs: [Int] = []

  /// Begins the list of sources; no claims can follow.
  public mutating func endClaims() {
    text += "</tbody>\n</table>\n<h2>Sources</h2>\n<ol>\n"
  }

  public mutating func add(_ article: Briefing.Article) {
    let record = article.record
    var parts = ["<cite dir=\"auto\">\(Self.escaped(record.title ?? "(without a title)"))</cite>"]
    if let source = record.source { parts.append(Self.escaped(source)) }
    if let url = record.url {
      let shown = Self.escaped(url)
      parts.append(
        Markdown.address(url).map {
          "<a rel=\"noreferrer\" href=\"\(Self.escaped($0))\">\(shown)</a>"
        } ?? shown)
    }
    if let published = record.published { parts.append("published \(published)") }
    if let accessed = article.accessed { parts.append("accessed \(accessed.day)") }
    parts.append("reliability \(Self.escaped(record.sourceReliability))")
    if let digest = article.sha256 { parts.append("SHA-256 <code>\(digest.prefix(12))</code>") }
    text += "<li id=\"article-\(record.id)\">\(parts.joined(separator: ", "))</li>\n"
  }

  public mutating func end() { text += "</ol>\n</body>\n</html>\n" }

  /// Takes what has been written so far.
  public mutating func take() -> String {
    defer { text = "" }
    return text
  }

  /// Text of others as text of a page, its control characters written out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.escaped(TerminalText.oneLine(text)).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let style = """
    :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;\
    max-width:72rem;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;\
    padding:.3rem .6rem;vertical-align:top}thead th{border-bottom:2px solid}.evidence td{\
    border-bottom:1px solid #8888;padding-bottom:.8rem}q{opacity:.85}li{overflow-wrap:anywhere}
    """
}
