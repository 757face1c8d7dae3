import Language
import Model
import SQLite

/// Joins articles whose text was taken from an earlier one, as outlets do with the wire.
///
/// Each article points at one parent, the earlier article that has most of its text; the origin of
/// a story is where the chain ends. That two articles are alike does not make one story of them:
/// both may quote a third. A pair is judged by its texts, dates and keys and by nothing else, so
/// that the same articles make the same stories in whatever order they come.
final class StoryStore {
  private let database: Database
  private let candidates: CopyCandidates
  private let findStanding, findVersions, setParent: Query

  init(_ database: Database) throws(ArchiveError) {
    self.database = database
    candidates = try CopyCandidates(database)
    findStanding = try Query(
      """
      SELECT a.key, a.sort_at, length(r.body), a.parent, a.share
      FROM article a JOIN revision r ON r.id = a.revision WHERE a.id = ?
      """, database)
    findVersions = try Query("SELECT body FROM revision WHERE article = ? ORDER BY id", database)
    setParent = try Query("UPDATE article SET parent = ?, share = ? WHERE id = ?", database)
  }

  /// Notes the words of a further text of an article.
  func add(_ sketch: [Int], of revision: Int, of article: Int) throws(ArchiveError) {
    let version = CopyCandidates.Version(sketch: sketch, textHash: nil)
    let found = try candidates.of([version], besides: article)
    try candidates.add(sketch, of: revision, besides: found.furniture)
  }

  /// Puts a new article in its place, before its copies and behind its origin.
  func place(
    new article: Int, revision: Int, sketch: [Int], textHash: Int?
  ) throws(ArchiveError) {
    let version = CopyCandidates.Version(sketch: sketch, textHash: textHash)
    let furniture = try place(article, [version])
    try candidates.add(sketch, of: revision, besides: furniture)
  }

  /// Puts an article in its place anew, when its date (then it has moved) or its texts have changed.
  func place(again article: Int, hasMoved: Bool) throws(ArchiveError) {
    let children = try children(of: article)
    try place(article, try versions(of: article))
    guard let mine = try standing(of: article) else { return }
    for child in children {
      // Where the dates do not decide, the length does, which may have changed.
      let isBeside = try standing(of: child)?.sortAt == mine.sortAt
      if hasMoved || isBeside { try place(again: [child]) }
    }
  }

  /// Forgets the words of an article that is about to be removed.
  ///
  /// - Returns: the articles to be placed again when it has gone: its copies.
  func leave(_ article: Int) throws(ArchiveError) -> [Int] {
    try candidates.remove(article)
    return try children(of: article)
  }

  /// Finds articles a parent anew.
  func place(again articles: [Int]) throws(ArchiveError) {
    for article in articles { try place(article, try versions(of: article)) }
  }

  /// Cuts the words of all texts, and puts every article in its place.
  func placeAll() throws(ArchiveError) {
    try candidates.addAll()
    let articles = try database.list("SELECT id FROM article ORDER BY sort_at, key") {
      $0.integer(0)
    }
    try place(again: articles)
  }

  // MARK: - Judging

  /// An article as far as it bears on which of two is the copy.
  private struct Standing {
    var key: String
    var sortAt: String
    var length: Int
    var parent: Int?
    var share: Double?

    /// The earlier first; where the dates do not decide, the longer text, then the key.
    func isBefore(_ other: Standing) -> Bool {
      if sortAt != other.sortAt { return sortAt < other.sortAt }
      return length == other.length ? key < other.key : length > other.length
    }
  }

  /// A parent that an article may have.
  private struct Parent {
    var article: Int
    var standing: Standing
    var share: Double

    /// In tenths, and from nine on all the same: of those who have nearly all, the earliest counts.
    private var step: Int { min(9, Int(share * 10)) }

    func isBetter(than other: Parent) -> Bool {
      step == other.step ? standing.isBefore(other.standing) : step > other.step
    }
  }

  /// Sets the parent of an article, and makes it the parent of those that have more of it than of
  /// theirs.
  ///
  /// - Returns: the hashes of its words that say nothing.
  @discardableResult
  private func place(
    _ article: Int, _ versions: [CopyCandidates.Version]
  ) throws(ArchiveError) -> Set<Int> {
    let found = try candidates.of(versions, besides: article)
    guard let mine = try standing(of: article), mine.parent != nil || !found.candidates.isEmpty
    else { return found.furniture }
    var best: Parent?
    let texts = LazyTexts { [self] () throws(ArchiveError) in try self.texts(of: article) }
    for other in found.candidates {
      guard let theirs = try standing(of: other.article) else { continue }
      if theirs.isBefore(mine) {
        let share = try share(of: texts, in: other)
        guard share >= CopyShare.least else { continue }
        let parent = Parent(article: other.article, standing: theirs, share: share)
        if best.map({ parent.isBetter(than: $0) }) ?? true { best = parent }
      } else {
        try offer(article, mine, texts, to: other, theirs)
      }
    }
    try setParent(best, of: article, mine)
    return found.furniture
  }

  /// Makes an article the parent of a later one that has no better.
  private func offer(
    _ article: Int, _ mine: Standing, _ texts: LazyTexts, to other: CopyCandidates.Candidate,
    _ theirs: Standing
  ) throws(ArchiveError) {
    let share = try share(of: other, in: texts)
    guard share >= CopyShare.least else { return }
    let offered = Parent(article: article, standing: mine, share: share)
    if let present = theirs.parent, present != article, let standing = try standing(of: present) {
      let parent = Parent(article: present, standing: standing, share: theirs.share ?? 0)
      guard offered.isBetter(than: parent) else { return }
    }
    try setParent(offered, of: other.article, theirs)
  }

  private func share(
    of texts: LazyTexts, in other: CopyCandidates.Candidate
  ) throws(ArchiveError) -> Double {
    if other.hasSameText { return 1 }
    return Self.share(of: try texts.all(), in: try self.texts(of: other.article))
  }

  private func share(
    of other: CopyCandidates.Candidate, in texts: LazyTexts
  ) throws(ArchiveError) -> Double {
    if other.hasSameText { return 1 }
    return Self.share(of: try self.texts(of: other.article), in: try texts.all())
  }

  /// The largest of what any version of the one has of any version of the other.
  private static func share(of later: [CopyText], in earlier: [CopyText]) -> Double {
    var share = 0.0
    for one in later {
      for other in earlier { share = max(share, CopyShare.of(one, in: other)) }
    }
    return share
  }

  // MARK: - Rows

  private func standing(of article: Int) throws(ArchiveError) -> Standing? {
    try findStanding.first([.integer(article)]) { row in
      Standing(
        key: row.text(0), sortAt: row.text(1), length: row.integer(2),
        parent: row.optionalInteger(3), share: row.optionalReal(4))
    }
  }

  private func texts(of article: Int) throws(ArchiveError) -> [CopyText] {
    try bodies(of: article).map { CopyText($0) }
  }

  private func versions(of article: Int) throws(ArchiveError) -> [CopyCandidates.Version] {
    try bodies(of: article).map { body in
      CopyCandidates.Version(
        sketch: CopySketch.of(CopyText(body)), textHash: TextHash.of(body))
    }
  }

  private func bodies(of article: Int) throws(ArchiveError) -> [String] {
    var bodies: [String] = []
    try findVersions.bind([.integer(article)])
    while let row = try findVersions.next() { bodies.append(row.text(0)) }
    return bodies
  }

  private func children(of article: Int) throws(ArchiveError) -> [Int] {
    try database.list("SELECT id FROM article WHERE parent = ? ORDER BY id", [.integer(article)]) {
      $0.integer(0)
    }
  }

  private func setParent(
    _ parent: Parent?, of article: Int, _ before: Standing
  ) throws(ArchiveError) {
    guard before.parent != parent?.article || before.share != parent?.share else { return }
    try setParent.run([Value(parent?.article), Value(parent?.share), .integer(article)])
    if before.parent != parent?.article { try settleOrigin(of: article) }
  }

  /// Names the end of its chain in an article, and in all that were taken from it.
  private func settleOrigin(of article: Int) throws(ArchiveError) {
    let origin = try database.integer(
      """
      WITH RECURSIVE chain (id) AS (
        SELECT ?1
        UNION SELECT a.parent FROM article a JOIN chain ON a.id = chain.id
        WHERE a.parent IS NOT NULL)
      SELECT chain.id FROM chain JOIN article a ON a.id = chain.id WHERE a.parent IS NULL
      """, [.integer(article)])
    try database.run(
      """
      WITH RECURSIVE taken (id) AS (
        SELECT ?1 UNION SELECT a.id FROM article a JOIN taken ON a.parent = taken.id)
      UPDATE article SET origin = nullif(?2, id)
      WHERE id IN taken AND origin IS NOT nullif(?2, id)
      """, [.integer(article), .integer(origin)])
  }
}
