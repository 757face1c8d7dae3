import ArgumentParser
import Model
import Storage

extension Modality: ExpressibleByArgument {}
extension Basis: ExpressibleByArgument {}

/// Which claims are meant; the same for everything that selects claims.
struct ClaimFilters: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "It, or what lies below it, is a subject or a place.", valueName: "entity"))
  var entity: [String] = []

  @Option(help: ArgumentHelp("It is a subject.", valueName: "entity"))
  var subject: [String] = []

  @Option(help: ArgumentHelp("It is a place.", valueName: "entity"))
  var place: [String] = []

  @Flag(help: "Entities count for themselves, not for what lies below them.")
  var exact = false

  @Option(
    help: ArgumentHelp("What lay below an entity on that day.", valueName: "day"),
    transform: { try Arguments.day($0) })
  var at: Day?

  @Option(
    help: ArgumentHelp(
      "The claim's own time overlaps it: a day, month, year or A..B.", valueName: "time"),
    transform: { try DayRange.range($0) })
  var about: [ClosedRange<Day>] = []

  @Option(
    help: ArgumentHelp("The claim's own time lies in it.", valueName: "time"),
    transform: { try DayRange.range($0) })
  var within: [ClosedRange<Day>] = []

  @Option(
    help: ArgumentHelp("The day of publication lies in it.", valueName: "time"),
    transform: { try DayRange.range($0) })
  var said: [ClosedRange<Day>] = []

  @Option(
    help: ArgumentHelp("What was known by that day.", valueName: "day"),
    transform: { try Arguments.day($0) })
  var asOf: Day?

  @Option(
    help: ArgumentHelp("The stated number is at least that.", valueName: "number"),
    transform: { try Arguments.number($0) })
  var min: Double?

  @Option(
    help: ArgumentHelp("The stated number is at most that.", valueName: "number"),
    transform: { try Arguments.number($0) })
  var max: Double?

  @Option(
    help: ArgumentHelp(
      "The unit, others of its dimension too: km2, t, RUB, '{worker}'.", valueName: "unit"))
  var unit: [String] = []

  @Option(help: ArgumentHelp("The noun that is counted.", valueName: "noun"))
  var measure: [String] = []

  @Option(help: ArgumentHelp("Its id, or a part of its name or site.", valueName: "source"))
  var source: [String] = []

  @Option(help: ArgumentHelp("An entity's id, or a part of the name.", valueName: "speaker"))
  var speaker: [String] = []

  @Option(
    help: ArgumentHelp("How firmly it is made.", valueName: "modality"))
  var modality: [Modality] = []

  @Option(help: ArgumentHelp("What its words mark it as.", valueName: "basis"))
  var basis: [Basis] = []

  @Option(help: ArgumentHelp("Its id or key.", valueName: "article"))
  var article: [String] = []

  @Option(
    help: ArgumentHelp(
      "A revision's number, or all (default: the current one).", valueName: "n"),
    transform: { try revision($0) })
  var revision = RevisionChoice.current

  func validate() throws {
    if let min, let max, min > max {
      throw ValidationError("no number is at least --min and at most --max, as that is less")
    }
  }

  private static func revision(_ text: String) throws -> RevisionChoice {
    switch text {
    case "all": return .all
    case "current": return .current
    default:
      guard let number = Int(text), number > 0 else {
        throw ValidationError("--revision takes a number from 1 on, 'all' or 'current'")
      }
      return .number(number)
    }
  }

  /// The query, with what the user's names stand for in this archive.
  func query(_ not: NegativeClaimFilters, in archive: Archive) throws -> ClaimQuery {
    var query = ClaimQuery()
    query.entity = Filter(
      any: try archive.entityIDs(entity), none: try archive.entityIDs(not.notEntity))
    query.subject = Filter(
      any: try archive.entityIDs(subject), none: try archive.entityIDs(not.notSubject))
    query.place = Filter(
      any: try archive.entityIDs(place), none: try archive.entityIDs(not.notPlace))
    query.exact = exact
    query.at = at
    query.about = Filter(any: about, none: not.notAbout)
    query.within = Filter(any: within, none: not.notWithin)
    query.said = Filter(any: said, none: not.notSaid)
    query.asOf = asOf
    query.minimum = Filter(any: [min].compactMap { $0 }, none: [not.notMin].compactMap { $0 })
    query.maximum = Filter(any: [max].compactMap { $0 }, none: [not.notMax].compactMap { $0 })
    query.unit = Filter(any: unit, none: not.notUnit)
    query.measure = Filter(any: measure, none: not.notMeasure)
    query.source = Filter(
      any: try archive.sourceIDs(source), none: try archive.excludedSourceIDs(not.notSource))
    query.speaker = Filter(any: speaker, none: not.notSpeaker)
    query.modality = Filter(any: modality, none: not.notModality)
    query.basis = Filter(any: basis, none: not.notBasis)
    query.article = Filter(
      any: try archive.articleIDs(article), none: try archive.articleIDs(not.notArticle))
    query.revision = revision
    return query
  }
}

extension ClaimFilters {
  /// What is asked for, as a title: `North Korea, Far East`.
  func title(in archive: Archive) throws -> String {
    let names = try (entity + subject + place).map { try archive.knownEntity($0).entity.name }
    let subjects = names + measure + speaker + source
    return subjects.isEmpty ? "Figures" : subjects.joined(separator: ", ")
  }
}

/// The filters of claims turned round.
struct NegativeClaimFilters: ParsableArguments {
  @Option(help: ArgumentHelp(valueName: "entity")) var notEntity: [String] = []

  @Option(help: ArgumentHelp(valueName: "entity")) var notSubject: [String] = []

  @Option(help: ArgumentHelp(valueName: "entity")) var notPlace: [String] = []

  @Option(help: ArgumentHelp(valueName: "time"), transform: { try DayRange.range($0) })
  var notAbout: [ClosedRange<Day>] = []

  @Option(help: ArgumentHelp(valueName: "time"), transform: { try DayRange.range($0) })
  var notWithin: [ClosedRange<Day>] = []

  @Option(help: ArgumentHelp(valueName: "time"), transform: { try DayRange.range($0) })
  var notSaid: [ClosedRange<Day>] = []

  @Option(help: ArgumentHelp(valueName: "number"), transform: { try Arguments.number($0) })
  var notMin: Double?

  @Option(help: ArgumentHelp(valueName: "number"), transform: { try Arguments.number($0) })
  var notMax: Double?

  @Option(help: ArgumentHelp(valueName: "unit")) var notUnit: [String] = []

  @Option(help: ArgumentHelp(valueName: "noun")) var notMeasure: [String] = []

  @Option(help: ArgumentHelp(valueName: "source")) var notSource: [String] = []

  @Option(help: ArgumentHelp(valueName: "speaker")) var notSpeaker: [String] = []

  @Option(help: ArgumentHelp(valueName: "modality")) var notModality: [Modality] = []

  @Option(help: ArgumentHelp(valueName: "basis")) var notBasis: [Basis] = []

  @Option(help: ArgumentHelp(valueName: "article")) var notArticle: [String] = []
}

extension ClaimQuery {
  /// Whether it narrows nothing.
  var selectsAll: Bool {
    entity.isEmpty && subject.isEmpty && place.isEmpty && about.isEmpty && within.isEmpty
      && said.isEmpty && asOf == nil && minimum.isEmpty && maximum.isEmpty && unit.isEmpty
      && measure.isEmpty && source.isEmpty && speaker.isEmpty && modality.isEmpty && basis.isEmpty
      && article.isEmpty && revision == .current
  }
}
