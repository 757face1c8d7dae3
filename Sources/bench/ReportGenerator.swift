import Model

/// Makes reports that are as long, and as rich in figures, names and dates, as real ones.
///
/// The same number always gives the same report, so that two measurements are of the same text.
struct ReportGenerator {
  /// Made-up words, the early ones drawn far more often than the late, as in a real language.
  private let vocabulary: [String]

  init() {
    var random = SplitMix(seed: 1)
    vocabulary = (0..<6_000).map { _ in
      (0..<random.number(1...4)).map { _ in random.pick(Self.syllables) }.joined()
    }
  }

  func report(_ number: Int) -> Report {
    var random = SplitMix(seed: UInt64(number) &+ 1_000)
    let paragraphs = (0..<random.number(4...8)).map { _ in
      (0..<random.number(2...5)).map { _ in sentence(&random) }.joined(separator: " ")
    }
    let text = paragraphs.joined(separator: "\n\n")
    let outlet = random.number(1...40)
    var report = Report(path: "generated", text: text, original: Array(text.utf8))
    report.id = "g-\(number)"
    report.outlet = "Outlet \(outlet)"
    report.url = "https://outlet\(outlet).example.com/\(number)"
    report.title = words(&random, random.number(5...9))
    report.published = Day(iso: "2025-01-01").map { $0 + random.number(0...360) }
    report.language = "en"
    return report
  }

  /// One sentence in three holds a figure, as in the reports that the archive is made for.
  private func sentence(_ random: inout SplitMix) -> String {
    let filler = words(&random, random.number(8...20))
    guard random.number(1...3) == 1 else {
      return "The \(filler) near \(random.pick(Self.places))."
    }
    let figure = random.pick(Self.figures)
      .replacing("#", with: String(random.number(2...950)))
      .replacing("@", with: random.pick(Self.parties))
      .replacing("%", with: random.pick(Self.places))
      .replacing("&", with: random.pick(Self.times))
    return "\(figure), \(random.pick(Self.voices)), while the \(filler)."
  }

  private func words(_ random: inout SplitMix, _ count: Int) -> String {
    (0..<count).map { _ in
      let rank = random.number(0...5_999) * random.number(0...5_999) / 6_000
      return vocabulary[rank]
    }.joined(separator: " ")
  }

  private static let syllables = [
    "ba", "ter", "lin", "mo", "sa", "ker", "vi", "don", "ple", "ra", "tin", "gor", "she", "nu",
    "fal", "wen", "cor", "tes", "hu", "pri",
  ]
  private static let figures = [
    "@ sent #,000 workers to % &", "more than # million tons of coal left % for @ &",
    "Trade between Russia and @ grew by # percent &", "@ could invest up to $# million in %",
    "an estimated #,500 citizens of @ live in %", "@ plans to lease # hectares near % &",
    "the share of @ in the market of % fell to # percent &",
    "% needs # trucks a day, twice as many as &",
  ]
  private static let parties = [
    "China", "North Korea", "Beijing", "Pyongyang", "Russia", "Moscow", "South Korea", "Japan",
  ]
  private static let places = [
    "Vladivostok", "Khabarovsk", "Primorsky Krai", "the Russian Far East", "Amur Oblast",
    "Nakhodka", "Heilongjiang", "Sakhalin", "Khabarovsk Krai", "Ussuriysk",
  ]
  private static let times = [
    "in 2024", "in the first half of 2025", "over the past year", "since 2023", "last month",
    "by the end of 2026", "between March and May", "in the third quarter of 2024",
  ]
  private static let voices = [
    "the governor said", "according to the customs office", "Viktor Maslov told reporters",
    "Ukrainian intelligence believes", "officials reportedly said", "the ministry denied",
  ]
}
