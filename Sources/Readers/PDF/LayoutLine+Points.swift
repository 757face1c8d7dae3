extension LayoutLine {
  private static let points: [Character] = ["•", "▪", "●", "■", "◦", "○", "►", "➢", "✓"]

  /// Whether it opens a point of a list.
  var opensPoint: Bool { text.first.map(LayoutLine.points.contains) ?? false }

  /// Whether it is the sign of a point, and what that says stands beside it.
  var isPoint: Bool { opensPoint && text.count == 1 }
}
