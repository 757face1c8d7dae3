import Model

/// A list of feeds as OPML 2.0, which feed readers exchange.
public enum OPMLRenderer {
  /// Each feed in the folder that is the first of its tags.
  public static func text(_ feeds: [FeedRecord]) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head><title>Feeds of dossier</title></head>
        <body>

      """
    for feed in feeds where feed.tags.isEmpty { text += outline(feed, indent: "    ") }
    var folders: [String] = []
    for case let folder? in feeds.map(\.tags.first) where !folders.contains(folder) {
      folders.append(folder)
    }
    for folder in folders {
      text += "    <outline text=\(quoted(folder))>\n"
      for feed in feeds where feed.tags.first == folder { text += outline(feed, indent: "      ") }
      text += "    </outline>\n"
    }
    return text + "  </body>\n</opml>\n"
  }

  private static func outline(_ feed: FeedRecord, indent: String) -> String {
    let title = feed.title ?? feed.currentURL
    var line = "\(indent)<outline type=\"rss\" text=\(quoted(title)) title=\(quoted(title))"
    line += " xmlUrl=\(quoted(feed.currentURL))"
    if let page = feed.siteURL { line += " htmlUrl=\(quoted(page))" }
    let categories = feed.tags.dropFirst().filter { !$0.contains(",") }
    if !categories.isEmpty { line += " category=\(quoted(categories.joined(separator: ",")))" }
    return line + "/>\n"
  }

  /// The value of an attribute, without what XML cannot hold.
  private static func quoted(_ text: String) -> String {
    var value = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": value += "&amp;"
      case "<": value += "&lt;"
      case ">": value += "&gt;"
      case "\"": value += "&quot;"
      case "\t", "\n", "\r": value += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: value.unicodeScalars.append(scalar)
      }
    }
    return value + "\""
  }
}
