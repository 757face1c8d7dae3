/// Why a number measures nothing.
enum NumberExclusion: Sendable {
  case code, clock, ordinal, footnote, listItem, reference, address, web, date, name, label
  case pronoun, year, fraction, score, bare

  /// For people, behind "is no figure:".
  var why: String {
    switch self {
    case .code: "part of a code, a model or another word"
    case .clock: "a time of day"
    case .ordinal: "an ordinal"
    case .footnote: "a footnote"
    case .listItem: "the number of a list's item"
    case .reference: "the number of a document or a series"
    case .address: "a house number"
    case .web: "part of a web address"
    case .date: "part of a date"
    case .name: "part of a name"
    case .label: "a number that names what stands before it"
    case .pronoun: "a pronoun, and counts nothing"
    case .year: "a year"
    case .fraction: "an ordinal, and no fraction"
    case .score: "a score"
    case .bare: "a number without a unit or anything that it counts"
    }
  }
}
