/// A line that stands on nearly all pages of one source, and so belongs to none of its articles.
public struct FurnitureLine: Hashable, Sendable {
  /// The id of the source.
  public var sourceID: Int

  /// What the source is called.
  public var source: String
  public var text: String

  /// On how many pages it stands, near-copies and revisions of one article counted as one.
  public var pages: Int

  /// How many pages the source has, counted the same way.
  public var pagesInAll: Int

  /// How many stored claims lie in it, in all revisions.
  public var claims = 0

  public init(sourceID: Int, source: String, text: String, pages: Int, pagesInAll: Int) {
    self.sourceID = sourceID
    self.source = source
    self.text = text
    self.pages = pages
    self.pagesInAll = pagesInAll
  }
}
