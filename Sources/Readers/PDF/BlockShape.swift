/// How the lines of a block are set, by which its paragraphs are told apart.
struct BlockShape {
  private let lines: [LayoutLine]
  private let left: Double
  private let right: Double

  /// The least distance between two lines that follow each other.
  private let step: Double

  init(_ lines: [LayoutLine]) {
    self.lines = lines
    left = lines.map(\.left).min() ?? 0
    right = lines.map(\.right).max() ?? 0
    step = zip(lines, lines.dropFirst()).map { $1.top - $0.top }.filter { $0 > 0 }.min() ?? 0
  }

  /// Whether a paragraph begins with the line.
  func isBreak(before index: Int) -> Bool {
    let (last, line) = (lines[index - 1], lines[index])
    let size = max(last.size, line.size)
    if abs(last.size - line.size) > size * 0.15 { return true }
    if line.top - last.top > step + size * 0.35 { return true }
    if line.opensPoint { return true }
    let isIndented = line.left > left + size * 0.7 && last.left < left + size * 0.3
    // What hangs under the point of a list is indented, too.
    if isIndented, !last.opensPoint { return true }
    return hadRoom(last, for: line) && !goesOn(last, with: line)
  }

  /// Whether the words of two lines belong together however they are set.
  private func goesOn(_ last: LayoutLine, with line: LayoutLine) -> Bool {
    if line.text.first?.isLowercase ?? false { return true }
    return last.text.last.map { ",-‐–—\u{AD}(".contains($0) } ?? false
  }

  /// Whether the first word of a line would have stood at the end of the one before, so that the
  /// break was meant.
  private func hadRoom(_ last: LayoutLine, for line: LayoutLine) -> Bool {
    last.right + line.opening + line.size * 1.5 < right
  }
}
