import Markup
import Model

/// The article's body in a page: which of its blocks are the article.
///
/// Elements that bear the names of furniture go first; then the element with the most running text
/// is the region; then single lines of it go, by what they are and where they stand.
struct PageBody {
  let layout: PageLayout

  /// What the metadata say, so that repeats of it are known.
  let known: KnownLines

  /// Why a block is no part of the article; `nil` where it is one.
  private(set) var cuts: [Cut?]

  /// The element that holds the article.
  private(set) var region = 0

  enum Cut {
    /// By the name of an element around it.
    case furniture

    /// A teaser of another article.
    case teaser

    /// By the line itself.
    case line
    case outside
  }

  init(_ layout: PageLayout, known: KnownLines) {
    self.layout = layout
    self.known = known
    cuts = [Cut?](repeating: nil, count: layout.blocks.count)
    guard !layout.tree.nodes.isEmpty else { return }
    let prose = PageProse(layout)
    let kinds = layout.tree.nodes.indices.map { PageBody.kind(of: $0, in: layout.tree) }
    read(prose, kinds, isLoose: false)
    let strict = (cuts: cuts, region: region, length: keptLength)
    // Little of a page that has much: its names mean something else than usual.
    guard strict.length < 400, strict.length * 4 < prose.total || prose.total == 0 else { return }
    read(prose, kinds, isLoose: true)
    if keptLength < strict.length * 2 { (cuts, region) = (strict.cuts, strict.region) }
  }

  private mutating func read(_ prose: PageProse, _ kinds: [ElementKind], isLoose: Bool) {
    cuts = PageFurniture(layout, prose: prose, kinds: kinds, isLoose: isLoose).cuts
    let region = PageRegion(layout, kinds: kinds, cuts: cuts, headline: headlineBlock)
    self.region = region.node
    for index in layout.blocks.indices where !region.holds[index] { cuts[index] = .outside }
    let standing = layout.blocks.indices.filter { cuts[$0] == nil }
    let lines = PageLines(layout, standing: standing, known: known)
    for (place, cut) in lines.cuts.enumerated() where cut != nil { cuts[standing[place]] = cut }
  }

  /// Takes every block for the article's.
  mutating func keepAll() { cuts = [Cut?](repeating: nil, count: cuts.count) }

  private var keptLength: Int {
    layout.blocks.indices.reduce(0) { $0 + (cuts[$1] == nil ? layout.blocks[$1].length : 0) }
  }

  private static func kind(of node: Int, in tree: MarkupTree) -> ElementKind {
    var kind = ElementKind()
    for key in [AttributeName.class, .id, .itemprop, .role, .dataComponent, .dataTestID, .dataQA] {
      if let names = tree.value(key, of: node) { kind.formUnion(ElementKind(names: names)) }
    }
    return kind
  }
}
