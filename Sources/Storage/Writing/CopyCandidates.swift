import Language
import Model
import SQLite

/// Finds articles that share words with one, by the samples of their texts.
final class CopyCandidates {
  /// A text to find others by.
  struct Version {
    var sketch: [Int]
    var textHash: Int?
  }

  /// An article that may be a copy or have copies.
  struct Candidate {
    var article: Int

    /// Whether it has the very text; texts too short to be sampled are found by that alone.
    var hasSameText: Bool

    /// How many sampled runs it shares.
    var common: Int

    /// The article's place among all.
    var order: [String]
  }

  /// A run that so many texts have is furniture: it leads nowhere, and is noted no more.
  private static let mostTexts = 500

  /// How many hashes are looked up by one statement, which costs half of as many statements.
  private static let lookUpLength = 64

  /// So many that share most are compared; more are copies of one of these, too.
  private static let mostCandidates = 60

  private let database: Database
  private let insert, find, findArticle, findTwins: Query

  init(_ database: Database) throws(ArchiveError) {
    self.database = database
    insert = try Query("INSERT INTO shingle (hash, revision, size) VALUES (?, ?, ?)", database)
    let places = Array(repeating: "?", count: Self.lookUpLength).joined(separator: ", ")
    find = try Query("SELECT hash, revision, size FROM shingle WHERE hash IN (\(places))", database)
    findArticle = try Query(
      """
      SELECT a.id, a.sort_at, a.key FROM revision r JOIN article a ON a.id = r.article
      WHERE r.id = ?
      """, database)
    findTwins = try Query(
      """
      SELECT DISTINCT a.id, a.sort_at, a.key FROM revision r JOIN article a ON a.id = r.article
      WHERE r.text_hash = ? AND a.id <> ? ORDER BY a.sort_at, a.key
      LIMIT \(Self.mostCandidates)
      """, database)
  }

  /// Notes the sample of a new revision, but for what a look-up of it told to be furniture.
  func add(
    _ sketch: [Int], of revision: Int, besides furniture: Set<Int>
  ) throws(ArchiveError) {
    for hash in sketch where !furniture.contains(hash) {
      try insert.run([.integer(hash), .integer(revision), .integer(sketch.count)])
    }
  }

  func addAll() throws(ArchiveError) {
    try database.run("DELETE FROM shingle")
    let revisions = try database.query("SELECT id, body FROM revision ORDER BY id")
    while let row = try revisions.next() {
      let sketch = CopySketch.of(CopyText(row.text(1)))
      try add(sketch, of: row.integer(0), besides: try having(sketch).furniture)
    }
  }

  func remove(_ article: Int) throws(ArchiveError) {
    try database.run(
      "DELETE FROM shingle WHERE revision IN (SELECT id FROM revision WHERE article = ?)",
      [.integer(article)])
  }

  /// What a look-up has found.
  struct Found {
    /// Those that share most first.
    var candidates: [Candidate] = []

    /// The hashes that lead nowhere.
    var furniture: Set<Int> = []
  }

  func of(_ versions: [Version], besides article: Int) throws(ArchiveError) -> Found {
    var result = Found()
    var found: [Int: Candidate] = [:]
    for version in versions {
      if let hash = version.textHash {
        try findTwins.bind([.integer(hash), .integer(article)])
        while let row = try findTwins.next() {
          found[row.integer(0)] = Candidate(row, common: nil)
        }
      }
      let having = try having(version.sketch)
      result.furniture.formUnion(having.furniture)
      for (revision, common) in having.worthwhile {
        guard
          let other = try findArticle.first(
            [.integer(revision)], { Candidate($0, common: common) }),
          other.article != article, found[other.article]?.common ?? 0 < common
        else { continue }
        found[other.article] = other
      }
    }
    let sorted = found.values.sorted {
      $0.common == $1.common
        ? $0.order.lexicographicallyPrecedes($1.order) : $0.common > $1.common
    }
    result.candidates = Array(sorted.prefix(Self.mostCandidates))
    return result
  }

  /// The revisions that share enough of a sample and how much, and the hashes that say nothing.
  private func having(
    _ sketch: [Int]
  ) throws(ArchiveError) -> (worthwhile: [Int: Int], furniture: Set<Int>) {
    var revisions: [Int: [(revision: Int, size: Int)]] = [:]
    for start in stride(from: 0, to: sketch.count, by: Self.lookUpLength) {
      let hashes = sketch[start...].prefix(Self.lookUpLength).map { Value.integer($0) }
      let none = Array(repeating: Value.null, count: Self.lookUpLength - hashes.count)
      try find.bind(hashes + none)
      while let row = try find.next() {
        revisions[row.integer(0), default: []].append((row.integer(1), row.integer(2)))
      }
    }
    var counts: [Int: (common: Int, size: Int)] = [:]
    var furniture: Set<Int> = []
    for (hash, texts) in revisions {
      if texts.count >= Self.mostTexts {
        furniture.insert(hash)
      } else {
        for (revision, size) in texts { counts[revision, default: (0, size)].common += 1 }
      }
    }
    let worthwhile = counts.filter {
      CopySketch.isWorthwhile(common: $0.value.common, of: sketch.count, and: $0.value.size)
    }
    return (worthwhile.mapValues(\.common), furniture)
  }
}

extension CopyCandidates.Candidate {
  /// Without a number in common it is one with the very text.
  fileprivate init(_ row: borrowing Row, common: Int?) {
    self.init(
      article: row.integer(0), hasSameText: common == nil, common: common ?? .max,
      order: [row.text(1), row.text(2)])
  }
}
