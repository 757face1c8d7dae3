/// Lines that make one paragraph, from one page or from several.
struct Paragraph {
  /// The lines with the number of the page of each, from 0.
  var lines: [(page: Int, line: LayoutLine)]

  /// The height of its letters.
  var size: Double

  var page: Int { lines.first?.page ?? 0 }

  /// Whether it breaks off where no sentence ends.
  var isOpen: Bool {
    guard let last = lines.last?.line.text.last(where: { !"\"'”’»)]⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) })
    else { return false }
    return last.isLetter || last.isNumber || ",-‐–—\u{AD}&".contains(last)
  }

  func isOfSize(_ other: Double) -> Bool { abs(size - other) <= max(size, other) * 0.1 }
}
