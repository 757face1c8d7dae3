import Model
import SQLite

/// Joins articles that have the same text; the earliest is the origin.
///
/// All articles that share a text are in one story, so that one of them is enough to find it.
final class StoryStore {
  private let database: Database
  private let findTwin: Query

  init(_ database: Database) throws(ArchiveError) {
    self.database = database
    findTwin = try Query(
      """
      SELECT a.id, a.story FROM revision r JOIN article a ON a.id = r.article
      WHERE r.text_hash = ? AND r.article <> ? LIMIT 1
      """, database)
  }

  /// Puts an article beside those that have the text with that hash.
  func join(_ article: Int, textHash: Int, ids: inout RowIDs) throws(ArchiveError) {
    guard
      let twin = try findTwin.first(
        [.integer(textHash), .integer(article)], { ($0.integer(0), $0.optionalInteger(1)) })
    else { return }
    let own = try story(of: article)
    switch (own, twin.1) {
    case (let own?, let other?):
      if own != other { try merge(other, into: own) }
    case (let story?, nil): try add(twin.0, to: story)
    case (nil, let story?): try add(article, to: story)
    case (nil, nil):
      let story = ids.next(\.story)
      try database.run(
        "INSERT INTO story (id, origin) VALUES (?, ?)", [.integer(story), .integer(article)])
      try database.run(
        "UPDATE article SET story = ? WHERE id = ?", [.integer(story), .integer(article)])
      try add(twin.0, to: story)
    }
  }

  /// Looks again which article of a story is the earliest, when the date of one has changed.
  func settle(_ article: Int) throws(ArchiveError) {
    guard let story = try story(of: article) else { return }
    try database.run(
      """
      UPDATE story SET origin = (
        SELECT a.id FROM article a JOIN revision r ON r.id = a.revision
        WHERE a.story = story.id ORDER BY \(Self.order) LIMIT 1)
      WHERE id = ?
      """, [.integer(story)])
  }

  /// The article that this one is a copy of, or `nil`.
  func origin(of article: Int) throws(ArchiveError) -> Int? {
    try database.first(
      """
      SELECT t.origin FROM article a JOIN story t ON t.id = a.story
      WHERE a.id = ? AND t.origin <> a.id
      """, [.integer(article)]
    ) { $0.integer(0) }
  }

  /// The earliest first; where the dates do not decide, the longer text, then the key.
  private static let order = "a.sort_at, length(r.body) DESC, a.key"

  private func story(of article: Int) throws(ArchiveError) -> Int? {
    try database.first("SELECT story FROM article WHERE id = ?", [.integer(article)]) {
      $0.optionalInteger(0)
    } ?? nil
  }

  private func add(_ article: Int, to story: Int) throws(ArchiveError) {
    try database.run(
      "UPDATE article SET story = ? WHERE id = ?", [.integer(story), .integer(article)])
    try setOrigin(of: story, among: article)
  }

  private func merge(_ story: Int, into other: Int) throws(ArchiveError) {
    let origin = try database.integer("SELECT origin FROM story WHERE id = ?", [.integer(story)])
    try database.run(
      "UPDATE article SET story = ? WHERE story = ?", [.integer(other), .integer(story)])
    try database.run("DELETE FROM story WHERE id = ?", [.integer(story)])
    try setOrigin(of: other, among: origin)
  }

  /// Makes the earlier of the origin and one more article the origin.
  private func setOrigin(of story: Int, among article: Int) throws(ArchiveError) {
    try database.run(
      """
      UPDATE story SET origin = (
        SELECT a.id FROM article a JOIN revision r ON r.id = a.revision
        WHERE a.id IN (story.origin, ?) ORDER BY \(Self.order) LIMIT 1)
      WHERE id = ?
      """, [.integer(article), .integer(story)])
  }
}
