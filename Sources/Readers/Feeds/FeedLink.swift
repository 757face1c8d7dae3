import Bytes
import Markup

/// A feed that a page names as its own.
public struct FeedLink: Hashable, Sendable {
  public var url: String
  public var title: String?

  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
  ]

  /// No page means more than these.
  private static let limit = 100

  public init(url: String, title: String?) {
    self.url = url
    self.title = title
  }

  /// The feeds of a page that was fetched from `address`, in the page's order.
  public static func all(
    in page: [UInt8], of response: Response, address: String
  ) -> [FeedLink] {
    let label = response.type?.charset ?? CharsetDeclaration.label(in: page)
    let tree = HTMLDocument(utf8: DecodedText(page, declared: label).utf8).tree
    var base = address
    var links: [FeedLink] = []
    for node in tree.nodes.indices where links.count < limit {
      guard tree.nodes[node].tag == .link || tree.nodes[node].tag == .base,
        let reference = tree.string(.href, of: node),
        let url = WebAddress.resolved(reference, against: base)
      else { continue }
      if tree.nodes[node].tag == .base {
        base = url
      } else if isFeed(node, tree), !links.contains(where: { $0.url == url }) {
        links.append(FeedLink(url: url, title: tree.string(.title, of: node)?.trimmed.nonEmpty))
      }
    }
    return links
  }

  private static func isFeed(_ node: Int, _ tree: MarkupTree) -> Bool {
    let relations = (tree.string(.rel, of: node) ?? "").lowercased().split(separator: " ")
    let type = tree.string(.type, of: node).flatMap { MIMEValue(Array($0.utf8)) }
    return relations.contains("alternate") && type.map { types.contains($0.name) } ?? false
  }
}
