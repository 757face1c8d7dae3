import ArgumentParser
import Model
import Storage

/// Which articles are meant.
struct ArticleFilters: ParsableArguments {
  @Option(
    help: ArgumentHelp("The article names it, or what lies below it.", valueName: "entity"))
  var entity: [String] = []

  @Flag(help: "Entities count for themselves, not for what lies below them.")
  var exact = false

  @Option(
    help: ArgumentHelp("What lay below an entity on that day.", valueName: "day"),
    transform: { try Arguments.day($0) })
  var at: Day?

  @Option(help: ArgumentHelp("Its id, or a part of its name or site.", valueName: "source"))
  var source: [String] = []

  @Option(
    help: ArgumentHelp(
      "The day of publication lies in it: a day, month, year or A..B.", valueName: "time"),
    transform: { try DayRange.range($0) })
  var said: [ClosedRange<Day>] = []

  @Option(
    help: ArgumentHelp("What was known by that day.", valueName: "day"),
    transform: { try Arguments.day($0) })
  var asOf: Day?

  @Option(help: ArgumentHelp("The language, such as en.", valueName: "code"))
  var language: [String] = []

  @Option(help: ArgumentHelp("Its id or key.", valueName: "article"))
  var article: [String] = []

  @Flag(help: "Copies, and what they are copies of.") var copies = false

  /// Whether it narrows nothing by what an article is about or from.
  var selectsAll: Bool {
    entity.isEmpty && source.isEmpty && said.isEmpty && asOf == nil && language.isEmpty
      && article.isEmpty && !copies
  }

  /// The query, with what the user's names stand for in this archive.
  func query(_ not: NegativeArticleFilters, in archive: Archive) throws -> ArticleQuery {
    var query = ArticleQuery()
    query.entity = Filter(
      any: try archive.entityIDs(entity), none: try archive.entityIDs(not.notEntity))
    query.exact = exact
    query.copies = copies
    query.at = at
    query.source = Filter(
      any: try archive.sourceIDs(source), none: try archive.excludedSourceIDs(not.notSource))
    query.said = Filter(any: said, none: not.notSaid)
    query.asOf = asOf
    query.language = Filter(any: language, none: not.notLanguage)
    query.article = Filter(
      any: try archive.articleIDs(article), none: try archive.articleIDs(not.notArticle))
    return query
  }
}

/// The filters of articles turned round.
struct NegativeArticleFilters: ParsableArguments {
  @Option(help: ArgumentHelp(valueName: "entity")) var notEntity: [String] = []

  @Option(help: ArgumentHelp(valueName: "source")) var notSource: [String] = []

  @Option(help: ArgumentHelp(valueName: "time"), transform: { try DayRange.range($0) })
  var notSaid: [ClosedRange<Day>] = []

  @Option(help: ArgumentHelp(valueName: "code")) var notLanguage: [String] = []

  @Option(help: ArgumentHelp(valueName: "article")) var notArticle: [String] = []
}
