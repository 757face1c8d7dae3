import Testing

@testable import Rendering

@Suite struct TableTests {
  private func table(_ layout: Table.Layout) -> Table {
    Table(
      [Table.Column("ID", isNumeric: true), Table.Column("TITLE", least: 20)],
      layout: layout)
  }

  private let narrow = Table.Layout.terminal(columns: 20, style: Style(isColored: false))

  @Test func `a table fits the terminal`() {
    var table = table(narrow)
    table.add(["7", "A title that is much too long for it"], detail: "One two three four five")
    let lines = table.take().split(separator: "\n")
    #expect(lines[0] == "ID  TITLE")
    #expect(lines[1] == " 7  A title that is…")
    #expect(lines.allSatisfy { TerminalText.width($0) <= 24 })
    #expect(lines.dropFirst(2).joined() == "    One two three four    five")
  }

  @Test func `in a pipe nothing is cut and tabs part the cells`() {
    var table = table(.tabs)
    table.add(["7", "A title\tthat is\nmuch too long for it"], detail: "One")
    #expect(table.take() == "ID\tTITLE\n7\tA title that is much too long for it\n\tOne\n")
  }

  @Test func `no rows make no table`() {
    var table = table(.tabs)
    #expect(table.take() == "")
  }

  @Test func `a table is written part by part with the widths of its first part`() {
    var table = table(narrow)
    table.add(["1", "ab"])
    let first = table.take()
    table.add(["2", "abcdefgh"])
    #expect(first == "ID  TITLE\n 1  ab\n")
    #expect(table.take() == " 2  abcd…\n")
  }

  @Test func `wide characters take two columns`() {
    #expect(TerminalText.width("朝鲜 a") == 6)
    #expect(TerminalText.cut("朝鲜工人", to: 5) == "朝鲜…")
  }

  @Test(arguments: [
    ("\u{1B}[2J", "\\u{1b}[2J"), ("a\u{202E}b", "a\\u{202e}b"), ("a\u{9B}m", "a\\u{9b}m"),
    ("a\nb", "a\\u{a}b"), ("é—“x”\u{A0}1", "é—“x”\u{A0}1"),
  ])
  func `what a terminal would obey is written out`(text: String, escaped: String) {
    #expect(TerminalText.escaped(text) == escaped)
  }

  @Test func `lines are kept where they are wanted`() {
    #expect(TerminalText.escaped("a\n\tb\r\u{7}", keepingLines: true) == "a\n\tb\\u{d}\\u{7}")
  }
}
