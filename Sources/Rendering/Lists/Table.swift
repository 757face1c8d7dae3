/// Rows under headings: fitted to a terminal, or tab-separated and uncut for other programs.
public struct Table {
  public struct Column: Sendable {
    public var title: String
    var isNumeric: Bool

    /// Down to how many columns of the terminal it may be cut to make the table fit; `nil` for a
    /// column that is cut only where nothing else is left to cut.
    var least: Int?

    public init(_ title: String, isNumeric: Bool = false, least: Int? = nil) {
      self.title = title
      self.isNumeric = isNumeric
      self.least = least
    }
  }

  /// Where a table goes.
  public enum Layout: Sendable {
    /// A terminal of so many columns, with or without colour.
    case terminal(columns: Int, style: Style)
    case tabs
  }

  private struct Row {
    var cells: [String]
    var detail: String?
  }

  private let columns: [Column]
  private let layout: Layout
  private var rows: [Row] = []
  private var widths: [Int]?
  private var hasHeader = false

  public init(_ columns: [Column], layout: Layout) {
    self.columns = columns
    self.layout = layout
  }

  /// Adds a row, and under it a text of its own such as a claim's sentence.
  public mutating func add(_ cells: [String], detail: String? = nil) {
    rows.append(Row(cells: cells.map(clean), detail: detail.map(clean)))
  }

  /// The rows so far as text; the first call writes the headings and settles the widths.
  ///
  /// So a table of any length can be written in parts, and takes the memory of one.
  public mutating func take() -> String {
    defer { rows.removeAll(keepingCapacity: true) }
    guard hasHeader || !rows.isEmpty else { return "" }
    var text = ""
    let widths = self.widths ?? fittedWidths()
    if !hasHeader { text += line(columns.map(\.title), widths, isHeader: true) }
    self.widths = widths
    hasHeader = true
    for row in rows {
      text += line(row.cells, widths, isHeader: false)
      if let detail = row.detail { text += detailLines(detail) }
    }
    return text
  }

  private func clean(_ text: String) -> String {
    let line = TerminalText.oneLine(text)
    guard case .terminal = layout else { return line }
    return TerminalText.escaped(line)
  }

  private func detailLines(_ detail: String) -> String {
    switch layout {
    case .tabs: "\t\(detail)\n"
    case .terminal(let columns, let style):
      TerminalText.wrapped(detail, to: max(20, columns - 4))
        .map { "    \(style.faint($0))\n" }.joined()
    }
  }

  private func line(_ cells: [String], _ widths: [Int], isHeader: Bool) -> String {
    guard case .terminal(_, let style) = layout else {
      return cells.joined(separator: "\t") + "\n"
    }
    var text = ""
    var pending = 0
    for (index, column) in columns.enumerated() {
      let cell = TerminalText.cut(index < cells.count ? cells[index] : "", to: widths[index])
      let padding = widths[index] - TerminalText.width(cell)
      let lead = pending + (column.isNumeric ? padding : 0)
      if !cell.isEmpty { text += String(repeating: " ", count: lead) + cell }
      pending =
        (cell.isEmpty ? lead : 0) + (column.isNumeric ? 0 : padding) + 2
    }
    return (isHeader ? style.bold(text) : text) + "\n"
  }

  private func fittedWidths() -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(TerminalText.width(columns[index].title)) { widest, row in
        index < row.cells.count ? max(widest, TerminalText.width(row.cells[index])) : widest
      }
    }
    guard case .terminal(let available, _) = layout else { return widths }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - available
    // First what may be cut, where it has most to spare; then all, as far as eight columns.
    for limits in [columns.map { $0.least ?? .max }, columns.map { _ in 8 }] {
      while excess > 0 {
        let candidates = columns.indices.filter { widths[$0] > limits[$0] }
        guard
          let widest = candidates.max(by: { widths[$0] - limits[$0] < widths[$1] - limits[$1] })
        else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }
}

/// Colour and weight on a terminal, or their absence.
public struct Style: Sendable {
  public var isColored: Bool

  public init(isColored: Bool) { self.isColored = isColored }

  public func bold(_ text: String) -> String { wrap(text, "1") }

  public func faint(_ text: String) -> String { wrap(text, "2") }

  /// The text set off from what surrounds it: by colour, else by asterisks.
  public func marked(_ text: String) -> String {
    isColored ? wrap(text, "1;33") : "**\(text)**"
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
