import JSON
import Testing

@Suite struct JSONTests {
  func written(_ text: String) throws -> String {
    var writer = JSONWriter()
    writer.value(try JSONParser.parse(Array(text.utf8)))
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "{\"a\":[1,-2.5,true,null],\"b\":{}}", "\"\\\"\\\\\\n\\u0001\"", "9007199254740992", "[]",
    "\"朝鲜 북한\"",
  ])
  func `what was read is written the same`(text: String) throws {
    #expect(try written(text) == text)
  }

  @Test func `escapes and surrogate pairs are decoded`() throws {
    #expect(
      try JSONParser.parse(Array(#""\u00e9\ud83d\ude00\ud800x""#.utf8)).string
        == "é😀\u{FFFD}x")
  }

  @Test(arguments: [
    "{", "[1,]", "01", "1.", "\"a", "nul", "1 2", "{\"a\" 1}", "\"\u{1}\"", "", "-",
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func `deep nesting is refused, not followed`() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONError.self) { try JSONParser.parse(deep) }
  }
}
