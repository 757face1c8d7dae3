import JSON
import Language
import Model
import SQLite

/// What a query of claims asks for, as SQL over `claim c`, `revision r` and `article a`.
struct ClaimConditions {
  let database: Database
  private(set) var conditions = Conditions()

  /// What the conditions leave, each for itself, as queries of the ids of claims.
  private(set) var drivers: Drivers

  init(_ query: ClaimQuery, _ database: Database) throws(ArchiveError) {
    self.database = database
    drivers = Drivers(database)
    try addEntities(query)
    try addTimes(query)
    try addNumbers(query)
    try addWords(query)
    let articles = ArticleConditions(database: database)
    try articles.addSourceAndArticle(source: query.source, article: query.article, &conditions)
    try articles.addSaid(query.said, &conditions)
    if let day = query.asOf { articles.addAsOf(day, &conditions) }
  }

  private mutating func addEntities(_ query: ClaimQuery) throws(ArchiveError) {
    let entities = EntityConditions(database: database, exact: query.exact, day: query.at)
    for (filter, role) in [
      (query.entity, nil), (query.subject, "subject"), (query.place, "place"),
    ] as [(Filter<String>, String?)] {
      try conditions.add(filter) { entities.condition($0, at: .claim(role)) }
      drivers.add(filter.any.map { entities.rows($0, at: .claim(role)) })
    }
  }

  /// Adds a filter on columns of the claim alone that an index leads to.
  private mutating func addIndexed<Element>(
    _ filter: Filter<Element>,
    _ condition: (Element) throws(ArchiveError) -> Conditions
  ) throws(ArchiveError) {
    try conditions.add(filter, condition)
    var rows: [Conditions] = []
    for element in filter.any {
      let condition = try condition(element)
      rows.append(
        Conditions("SELECT c.id FROM claim c WHERE \(condition.joined)", condition.values))
    }
    drivers.add(rows)
  }

  /// The time of a claim with its open ends closed: an open end lasts to the day of publication, an
  /// open beginning of what lies ahead counts from there.
  private static let begin = """
    coalesce(c.time_from, CASE WHEN c.time_to > a.published THEN a.published ELSE '0000' END)
    """
  private static let end = """
    coalesce(
      c.time_to,
      CASE WHEN c.time_from <= a.published THEN date(a.published, '+1 day') ELSE '9999-99' END)
    """

  /// The day behind a range; behind the last one that ISO 8601 can write stands the open end.
  private static func dayBehind(_ days: ClosedRange<Day>) -> String {
    let next = days.upperBound + 1
    return next.year > 9999 ? "9999-99" : next.description
  }

  private mutating func addTimes(_ query: ClaimQuery) throws(ArchiveError) {
    let isTimed = "(c.time_from IS NOT NULL OR c.time_to IS NOT NULL)"
    try conditions.add(query.about) { days in
      Conditions(
        "\(isTimed) AND \(Self.begin) < ? AND \(Self.end) > ?",
        [.text(Self.dayBehind(days)), .text(days.lowerBound.description)])
    }
    try conditions.add(query.within) { days in
      Conditions(
        "\(isTimed) AND \(Self.begin) >= ? AND \(Self.end) <= ?",
        [.text(days.lowerBound.description), .text(Self.dayBehind(days))])
    }
  }

  private mutating func addNumbers(_ query: ClaimQuery) throws(ArchiveError) {
    let units = UnitConditions()
    try addIndexed(query.unit) { units.condition($0) }
    try conditions.add(query.minimum) { units.condition(.atLeast($0), in: query.unit.any) }
    try conditions.add(query.maximum) { units.condition(.atMost($0), in: query.unit.any) }
  }

  private mutating func addWords(_ query: ClaimQuery) throws(ArchiveError) {
    try addIndexed(query.measure) { Self.measure($0) }
    let database = database
    try addIndexed(query.speaker) { name throws(ArchiveError) in
      Conditions(
        "(c.speaker_id = ? OR c.speaker IN (SELECT value FROM json_each(?)))",
        [.text(name), .text(try Self.speakers(named: name, database))])
    }
    try conditions.add(query.modality) { Conditions("c.modality = ?", [.text($0.rawValue)]) }
    try conditions.add(query.basis) { Conditions("c.basis = ?", [.text($0.rawValue)]) }
  }

  /// The head noun is that of the phrase, and the phrase's other words stand beside it.
  private static func measure(_ phrase: String) -> Conditions {
    guard let head = HeadNoun.of(phrase) else { return Conditions("0") }
    var conditions = Conditions(
      "(c.measure_head = ? OR c.unit = ?)", [.text(head), .text("{\(head)}")])
    for word in HeadNoun.words(of: phrase).dropLast() where HeadNoun.singular(word) != head {
      conditions.add(
        "(instr(lower(c.measure), ?) OR instr(lower(c.unit_phrase), ?))",
        [.text(word), .text(word)])
    }
    return conditions
  }

  /// The speakers whose name has a part, as a JSON list: letters are folded, which SQL cannot.
  private static func speakers(
    named part: String, _ database: Database
  ) throws(ArchiveError) -> String {
    let folded = Folding.folded(part)
    var names: [String] = []
    // One look into the index for each name; DISTINCT would read a name as often as it speaks.
    try database.rows(
      """
      WITH RECURSIVE n(name) AS (
        SELECT min(speaker) FROM claim WHERE speaker IS NOT NULL
        UNION ALL SELECT (SELECT min(speaker) FROM claim WHERE speaker > n.name) FROM n
        WHERE n.name IS NOT NULL)
      SELECT name FROM n WHERE name IS NOT NULL
      """
    ) { row in
      let name = row.text(0)
      if Folding.folded(name).contains(folded) { names.append(name) }
    }
    return JSONColumn.text(names)
  }
}
