import Readers
import Testing

@Suite struct FormatTests {
  private func mime(_ bytes: [UInt8]) throws -> String? {
    var reader = try DocumentReader(ByteInput(bytes), options: ReadingOptions(name: "-"))
    guard case .report(let report) = try reader.next() else { return nil }
    return report.mime
  }

  @Test(arguments: [
    ("Ships came on Monday.", "text/plain"), ("<!DOCTYPE html><p>Ships", "text/html"),
    ("\n <html><p>Ships", "text/html"), ("<style>p { a: b }</style>\n<p>Ships", "text/html"),
    ("<?xml version='1.0'?><html><p>Ships", "text/html"),
    ("{\"text\":\"Ships\"}", "application/json"), ("{ \"text\":\"Ships\"}\n", "application/json"),
    ("{curly} text", "text/plain"), ("<3 is a heart", "text/plain"),
    ("\u{FEFF}<html><p>Ships", "text/html"),
  ])
  func `a format is known by its first bytes`(text: String, format: String) throws {
    #expect(try mime(Array(text.utf8)) == format)
  }

  @Test func `UTF-16 is text`() throws {
    #expect(
      try mime([0xFF, 0xFE] + Array("Ships".utf16).flatMap { [UInt8($0), 0] }) == "text/plain")
  }

  @Test(
    arguments: [
      Array("<?xml version='1.0'?><svg/>".utf8),
      Array("WARC/2.0\r\n\0".utf8), [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], [0x50, 0x4B, 3, 4, 0, 0, 0, 0],
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13],
      [0xC7, 0xD7, 0xB1, 0xB8, 0xB4, 0xC2, 0xB9, 0xE8, 0xB8, 0xA6, 0, 0xB8, 0xC2, 0xBE, 0xD2],
    ] as [[UInt8]])
  func `what is no text is no document`(bytes: [UInt8]) {
    #expect(throws: ReadingError("no reader knows this format")) { try mime(bytes) }
  }

  @Test func `an array of JSON is no text`() {
    #expect(throws: ReadingError("an array of JSON, not one object a line")) {
      try mime(Array("[{\"text\": \"5 ships\"}]".utf8))
    }
  }

  @Test(arguments: [
    ("The port handled forty ships in May, and the harbor master was pleased with it.", "en"),
    ("Der Hafen hat im Mai vierzig Schiffe abgefertigt, und das ist mehr als im Jahr zuvor.", "de"),
    (
      "Le port a reçu quarante navires en mai, et les autorités sont satisfaites de la saison.",
      "fr"
    ),
    (
      "El puerto recibió cuarenta barcos en mayo, y las autoridades dicen que es más que antes.",
      "es"
    ),
    ("Порт принял в мае сорок судов, и это больше, чем было в прошлом году.", "ru"),
    (
      "Порт прийняв у травні сорок суден, і це більше, ніж було торік, але не всі за вугіллям.",
      "uk"
    ),
    (
      "Паром между Владивостоком и Расоном не вышел в море. Минтранс обещает запустить линию весной.",
      "ru"
    ),
    ("Президент прибыл с визитом в Пекин, сообщили в Кремле. Переговоры пройдут во вторник.", "ru"),
    ("港口五月接待了四十艘船。", "zh"), ("항구는 5월에 40척의 배를 맞았다.", "ko"),
    ("港は五月に四十隻の船を迎えた。", "ja"),
    ("Port przyjął w maju czterdzieści statków i to jest więcej niż w ubiegłym roku.", "pl"),
    ("12 34 56", nil),
  ])
  func `the language of a text is told by its letters and words`(
    text: String, language: String?
  ) throws {
    #expect(try report(text + "\n\n" + text, .text).language == language)
  }
}
