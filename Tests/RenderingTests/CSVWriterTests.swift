import Testing

@testable import Rendering

@Suite struct CSVWriterTests {
  private func line(_ values: [FieldValue], raw: Bool = false) -> String {
    var csv = CSVWriter(raw: raw)
    csv.row(values)
    return String(decoding: csv.take(), as: UTF8.self)
  }

  @Test(arguments: [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("@SUM(1)", "'@SUM(1)"), ("+x", "'+x"),
    ("-x", "'-x"), ("＝1+1", "'＝1+1"), ("＠x", "'＠x"), ("\tx", "'\tx"),
    ("-0.02", "-0.02"), ("+1.5", "+1.5"), ("-5", "-5"), ("-", "'-"), ("=", "="), ("-1-2", "'-1-2"),
    ("plain", "plain"), ("a=b", "a=b"), ("", ""),
  ])
  func `a formula is made text`(text: String, cell: String) {
    #expect(line([.text(text)]) == cell + "\n")
  }

  @Test func `a number is never touched`() {
    #expect(line([.number(-5), .integer(-7), .number(1e12)]) == "-5,-7,1000000000000\n")
  }

  @Test func `raw leaves formulas alone`() {
    #expect(line([.text("=1+1")], raw: true) == "=1+1\n")
  }

  @Test func `commas, quotes and line ends are quoted`() {
    #expect(
      line([.text("a,b"), .text("say \"x\""), .text("a\nb")])
        == "\"a,b\",\"say \"\"x\"\"\",\"a\nb\"\n")
  }

  @Test func `a carriage return in front is both guarded and quoted`() {
    #expect(line([.text("\r=1")]) == "\"'\r=1\"\n")
  }

  @Test func `lists are joined and guarded as a whole`() {
    #expect(line([.list(["=a", "b"]), .list([])]) == "'=a; b,\n")
  }

  @Test func `Excel gets its mark and its line ends`() {
    var csv = CSVWriter(crlf: true, byteOrderMark: true)
    csv.row([.bool(true), .null])
    #expect(csv.take() == [0xEF, 0xBB, 0xBF] + Array("true,\r\n".utf8))
  }
}
