import Testing

@testable import Readers

@Suite struct MIMEParserTests {
  private func message(_ text: String) -> MIMEEntity { MIMEParser.message(Array(text.utf8)[...]) }

  /// The parts' types and contents, indented by their depth.
  private func outline(_ entity: MIMEEntity, depth: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: depth)
    let content = entity.parts.isEmpty ? " " + String(decoding: entity.content, as: UTF8.self) : ""
    return [margin + entity.type.name + content]
      + entity.parts.flatMap { outline($0, depth: depth + 1) }
  }

  private let two = """
    Content-Type: multipart/alternative; boundary="b 1"

    preamble
    --b 1

    plain
    --b 1
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: base64

    PHA+aHRtbDwvcD4=
    --b 1--
    epilogue
    """

  @Test(arguments: ["\n", "\r\n"])
  func `a multipart is its parts, with either end of lines`(end: String) {
    let message = message(two.replacing("\n", with: end))
    #expect(
      outline(message) == ["multipart/alternative", " text/plain plain", " text/html <p>html</p>"])
    #expect(message.parts.last?.charset == "utf-8")
  }

  @Test func `a part says where it stands in the input`() {
    let bytes = Array(two.utf8)
    let part = MIMEParser.message(bytes[...]).parts[0]
    #expect(part.body == bytes[part.body.startIndex..<part.body.endIndex])
    #expect(String(decoding: bytes[part.bytes.indices], as: UTF8.self) == "\nplain")
  }

  @Test func `multiparts nest, and an outer boundary ends an inner one`() {
    let text = """
      Content-Type: multipart/mixed; boundary=out

      --out
      Content-Type: multipart/related; boundary=in

      --in
      Content-Type: text/html

      one
      --out

      two
      --out--
      """
    #expect(
      outline(message(text)) == [
        "multipart/mixed", " multipart/related", "  text/html one", " text/plain two",
      ])
  }

  @Test(arguments: ["", "; boundary=none", "; boundary=\"\""])
  func `a boundary that is missing or never comes is guessed`(parameter: String) {
    let text = """
      Content-Type: multipart/mixed\(parameter)

      --real
      Content-Type: text/html

      one
      --real--
      """
    #expect(outline(message(text)) == ["multipart/mixed", " text/html one"])
  }

  @Test func `a multipart that nothing parts is a body`() {
    let text = "Content-Type: multipart/mixed; boundary=b\n\nForty ships came.\n-- \nAnn"
    #expect(outline(message(text)) == ["multipart/mixed Forty ships came.\n-- \nAnn"])
  }

  @Test func `what a message holds is a message`() {
    let text = """
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: message/rfc822

      Subject: inner
      Content-Type: text/plain

      Forty ships.
      --b
      Content-Type: message/rfc822
      Content-Transfer-Encoding: base64

      U3ViamVjdDogcGFja2VkCgpTaXh0eS4=
      --b--
      """
    let message = message(text)
    #expect(
      outline(message) == [
        "multipart/mixed", " message/rfc822", "  text/plain Forty ships.", " message/rfc822",
        "  text/plain Sixty.",
      ])
    #expect(
      message.parts.flatMap(\.parts).map { $0.header.text("subject") } == ["inner", "packed"])
  }

  @Test func `a header is unfolded, and its names have no case`() {
    let message = message("SUBJECT : Forty\r\n ships\r\n\tcame\r\nX-Empty:\r\n\r\nbody")
    #expect(message.header.text("subject") == "Forty ships came")
    #expect(message.header.text("x-empty") == nil)
    #expect(outline(message) == ["text/plain body"])
  }

  @Test func `a line that is no field begins the body`() {
    let message = message("From ann@example.org Mon Jan  6\nSubject: x\nForty ships came.\n")
    #expect(message.header.text("subject") == "x")
    #expect(outline(message) == ["text/plain Forty ships came.\n"])
  }

  @Test func `what lies too deep is not taken apart, and costs no stack`() {
    var text = ""
    for depth in 0..<5000 {
      text += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n"
    }
    var depth = 0
    var entity = message(text + "\nend")
    while let part = entity.parts.first { (entity, depth) = (part, depth + 1) }
    #expect(depth == MIMEParser.depthLimit)
    entity = message(String(repeating: "Content-Type: message/rfc822\n\n", count: 5000))
    depth = 0
    while let part = entity.parts.first { (entity, depth) = (part, depth + 1) }
    #expect(depth == MIMEParser.depthLimit)
  }

  @Test func `no more parts are opened than the limit`() {
    let text =
      "Content-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--b\n\nship\n", count: 3000)
    #expect(message(text).parts.count == MIMEParser.partLimit - 1)
  }

  @Test func `every beginning of a message is read`() {
    let bytes = Array(two.replacing("\n", with: "\r\n").utf8)
    for length in 0...bytes.count {
      let message = MIMEParser.message(bytes[..<length])
      #expect(message.bytes.endIndex <= length)
    }
  }
}
