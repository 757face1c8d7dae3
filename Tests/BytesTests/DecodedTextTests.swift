import Bytes
import Testing

@Suite struct DecodedTextTests {
  private func text(_ bytes: [UInt8], _ declared: String? = nil) -> String {
    String(decoding: DecodedText(bytes, declared: declared).utf8, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("windows-1251", [0xCC, 0xE8, 0xF0], "Мир"), ("cp1251", [0xCC, 0xE8, 0xF0], "Мир"),
      ("koi8-r", [0xED, 0xC9, 0xD2], "Мир"), ("KOI8-U", [0xED, 0xC9, 0xD2], "Мир"),
      ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA], "中国"), ("GBK", [0xE9, 0x46], "镕"),
      ("big5", [0xA4, 0xA4, 0xA4, 0xE5], "中文"), ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"),
      ("x-sjis", [0x87, 0x40], "①"), ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
      ("euc-kr", [0xBA, 0xCF, 0xC7, 0xD1], "북한"), ("ks_c_5601-1987", [0x8C, 0x63], "똠"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
      ("iso-8859-1", [0x93, 0x68, 0x69, 0x94, 0x80], "“hi”€"), ("latin2", [0xB1], "ą"),
      (" ISO-8859-9\n", [0xFD], "ı"),
      ("IBM850", [0x82], "é"), ("cp852", [0xA5], "ą"), ("iso-8859-15", [0xA4], "€"),
    ] as [(String, [UInt8], String)])
  func `a label means what browsers take it for`(label: String, bytes: [UInt8], plain: String) {
    #expect(text(bytes, label) == plain)
  }

  @Test func `valid UTF-8 wins over any declaration`() {
    #expect(text(Array("Владивосток".utf8), "windows-1251") == "Владивосток")
    #expect(DecodedText(Array("plain".utf8), declared: "utf-16").encoding == .utf8)
  }

  @Test func `a few bad bytes do not make UTF-8 another encoding`() {
    var bytes = Array("Порт Владивосток принял суда".utf8)
    bytes[6] = 0xFF
    let decoded = DecodedText(bytes, declared: "windows-1251")
    #expect(decoded.encoding == .utf8)
    #expect(String(decoding: decoded.utf8, as: UTF8.self).contains("\u{FFFD}"))
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix("принял суда"))
  }

  @Test func `nor do they of a short text, unless it says which`() {
    let text =
      "The governor said “21 Chinese companies” – about €5 million – opened offices. £3,000."
    for bytes in [Array(text.utf8) + [0xE4, 0xB8], [0xE9] + Array(text.utf8)] {
      let decoded = DecodedText(bytes)
      #expect(decoded.encoding == .utf8)
      #expect(String(decoding: decoded.utf8, as: UTF8.self).contains(text))
    }
    #expect(DecodedText([0xC3, 0xA9, 0xC3, 0xA9, 0xE9, 0x20]).encoding != .utf8)
    #expect(self.text([0xC3, 0xA9, 0xC3, 0xA9, 0xC3, 0xA9, 0xE9], "cp1252") == "Ã©Ã©Ã©é")
  }

  @Test func `without a label that anybody knows Western bytes are windows-1252`() {
    #expect(text([0x63, 0x61, 0x66, 0xE9]) == "café")
    #expect(text([0x63, 0x61, 0x66, 0xE9], "x-no-such") == "café")
    #expect(text([0x81, 0x41], "latin1") == "\u{FFFD}A")
  }

  @Test(
    arguments: [
      [0xEF, 0xBB, 0xBF, 0x41, 0xC3, 0xA9], [0xFF, 0xFE, 0x41, 0, 0xE9, 0],
      [0xFE, 0xFF, 0, 0x41, 0, 0xE9], [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0, 0xE9, 0, 0, 0],
      [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41, 0, 0, 0, 0xE9],
    ] as [[UInt8]])
  func `a byte order mark decides and is no text`(bytes: [UInt8]) {
    #expect(text(bytes, "koi8-r") == "Aé")
  }

  @Test func `wide encodings are known by their zeros`() {
    let plain = "<html>Forty trains crossed.</html>"
    let units = Array(plain.utf16)
    #expect(text(units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == plain)
    #expect(text(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == plain)
    #expect(text(units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8), 0, 0] }) == plain)
    #expect(text(units.flatMap { [0, 0, UInt8($0 >> 8), UInt8($0 & 255)] }) == plain)
  }

  @Test func `bad places are replaced and nothing behind them is lost`() {
    #expect(text([0xD6, 0x3C, 0x62], "gbk") == "\u{FFFD}<b")
    #expect(text([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43]) == "A\u{FFFD}B\u{FFFD}")
    #expect(text([0x41, 0xD6], "gb18030") == "A\u{FFFD}")
  }

  @Test func `a zero becomes a replacement character`() {
    #expect(text([0x41, 0, 0x42]) == "A\u{FFFD}B")
    #expect(text([0xCC, 0, 0xE8], "windows-1251") == "М\u{FFFD}и")
  }

  @Test func `nothing is nothing`() {
    #expect(text([]) == "")
    #expect(text([0xEF, 0xBB, 0xBF]) == "")
  }
}
