/// Answers of servers in web archives that are no documents, counted by their media types.
struct PassedAnswers: Sendable {
  private(set) var types: [String: Int] = [:]

  /// So many types are named, the most frequent ones.
  private static let mostNamed = 8

  mutating func add(_ more: [String: Int]) { types.merge(more, uniquingKeysWith: +) }

  /// `passed over in web archives: 12 image/png, 3 application/pdf`; `nil` where there are none.
  var remark: String? {
    guard !types.isEmpty else { return nil }
    let sorted = types.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var counts = sorted.prefix(Self.mostNamed).map { "\($0.value) \($0.key)" }
    let rest = sorted.dropFirst(Self.mostNamed).reduce(0) { $0 + $1.value }
    if rest > 0 { counts.append("\(rest) of other types") }
    return "passed over in web archives: " + counts.joined(separator: ", ")
  }
}
