/// Finds what somebody may have meant.
public enum EditDistance {
  /// The nearest of the known names, best first, no more than three; folded forms are compared.
  public static func nearest(to name: String, among known: some Sequence<String>) -> [String] {
    nearest(to: name, among: known.lazy.map { ($0, $0) })
  }

  /// What the nearest of the known names stand for, best first, no more than three.
  public static func nearest(
    to name: String, among known: some Sequence<(name: String, meaning: String)>
  ) -> [String] {
    let typed = letters(name)
    var best: [String: Int] = [:]
    for (candidate, meaning) in known {
      let lengths = (candidate.utf8.count, name.utf8.count)
      // Letters have up to four bytes: what is longer than that cannot be near.
      guard lengths.0 <= lengths.1 * 4, lengths.1 <= lengths.0 * 4 else { continue }
      let other = letters(candidate)
      let limit = max(1, min(typed.count, other.count) / 3)
      guard abs(typed.count - other.count) <= limit else { continue }
      let distance = distance(typed, other)
      if distance <= limit, distance < best[meaning] ?? .max { best[meaning] = distance }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map(\.key)
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    Array(Folding.folded(text).unicodeScalars.prefix(64)).map { $0 == " " ? "-" : $0 }
  }

  /// How many letters have to be put in, left out, changed or swapped with their neighbour.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        let change = one[row] == other[column] ? 0 : 1
        var cost = min(last[column] + change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[other.count]
  }
}
