import Markup

/// What a page says of itself in its tags, collected in one pass.
struct PageHead {
  struct Meta {
    /// `name`, `property` or `itemprop`, in lower case.
    var name: String
    var content: String
  }

  private(set) var metas: [Meta] = []
  private(set) var title: String?
  private(set) var canonical: String?
  private(set) var base: String?
  private(set) var language: String?

  /// Nodes by what they may tell, in the order of the page.
  private(set) var headings: [Int] = []
  private(set) var times: [Int] = []
  private(set) var authors: [Int] = []
  private(set) var dates: [Int] = []

  private static let limit = 200
  private static let titleLimit = 2000

  init(_ tree: MarkupTree) {
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .text: continue
      case .html:
        language = language ?? tree.string(.lang, of: node) ?? tree.string(.xmlLang, of: node)
      case .meta: addMeta(node, tree)
      case .link: addLink(node, tree)
      case .base: base = base ?? tree.string(.href, of: node)
      case .title where title == nil:
        let content = tree.content(of: node, limit: PageHead.titleLimit)
        if content.count <= PageHead.titleLimit {
          title = PlainMarkup.folded(String(decoding: content, as: UTF8.self)).nonEmpty
        }
      case .h1, .h2: if headings.count < PageHead.limit { headings.append(node) }
      case .time where times.count < PageHead.limit: times.append(node)
      default: break
      }
      addProperties(node, tree)
    }
  }

  private mutating func addMeta(_ node: Int, _ tree: MarkupTree) {
    guard let content = tree.string(.content, of: node), metas.count < 500 else { return }
    for key in [AttributeName.name, .property, .itemprop, .httpEquiv] {
      if let name = tree.string(key, of: node) {
        metas.append(Meta(name: name.lowercased().trimmed, content: PlainMarkup.text(content)))
      }
    }
  }

  private mutating func addLink(_ node: Int, _ tree: MarkupTree) {
    guard canonical == nil, let rel = tree.string(.rel, of: node)?.lowercased(),
      rel.split(separator: " ").contains("canonical")
    else { return }
    canonical = tree.string(.href, of: node)
  }

  private mutating func addProperties(_ node: Int, _ tree: MarkupTree) {
    guard tree.nodes[node].count > 0 else { return }
    if let property = tree.value(.itemprop, of: node) {
      let names = String(decoding: property, as: UTF8.self).lowercased()
      if names.contains("author"), authors.count < PageHead.limit { authors.append(node) }
      if names.contains("datepublished"), dates.count < PageHead.limit { dates.append(node) }
    }
    if let rel = tree.value(.rel, of: node), rel.elementsEqual("author".utf8),
      authors.count < PageHead.limit
    {
      authors.append(node)
    }
  }

  /// The content of the first meta tag of one of these names, the first name first.
  func meta(_ names: String...) -> String? {
    for name in names {
      if let found = metas.first(where: { $0.name == name && !$0.content.isEmpty }) {
        return found.content
      }
    }
    return nil
  }
}
