import Model
import Readers
import Testing

@Suite struct MailboxTests {
  private let separator = "From ann@example.org Tue Jun  3 09:00:00 2025\n"

  private func letter(_ number: Int, _ body: String) -> String {
    "\(separator)From: a@b.org\nMessage-ID: <m\(number)@b.org>\nSubject: Letter \(number)\n\n\(body)\n\n"
  }

  @Test func `a mailbox is its messages, each with its place and bytes`() throws {
    let box = letter(1, "Forty ships.") + letter(2, ">From sea,\n>>From land.")
    let reports = try reports(box)
    #expect(reports.map(\.id) == ["m1@b.org", "m2@b.org"])
    #expect(reports.map(\.text) == ["Forty ships.", "From sea,\n>From land."])
    #expect(reports.map(\.offset) == [0, letter(1, "Forty ships.").utf8.count])
    let bytes = Array(box.utf8)
    for report in reports {
      let offset = report.offset ?? 0
      #expect(report.original == Array(bytes[offset..<offset + report.original.count]))
    }
  }

  @Test func `a message's bytes alone give the same report`() throws {
    let box = letter(1, "Forty ships.") + letter(2, ">From sea.")
    for one in try reports(box) {
      let again = try report(String(decoding: one.original, as: UTF8.self), .mail)
      #expect(again.text == one.text)
      #expect(again.id == one.id)
    }
  }

  @Test(arguments: [
    "From Nakhodka came forty ships.", "From a@b.org on Tuesday", "From sea Tue Jun 3",
    "From x Tue Jun 3 morning 2025",
  ])
  func `a line that only begins so is text`(line: String) throws {
    #expect(try reports(letter(1, "Ships.\n\n\(line)")).map(\.text) == ["Ships.\n\n\(line)"])
  }

  @Test func `a separator stands behind a blank line`() throws {
    let text = try reports(letter(1, "Ships.\n\(separator)Forty")).map(\.text)
    #expect(text == ["Ships.\n\(separator)Forty"])
  }

  @Test(arguments: [
    "From - Tue Jun  3 09:00:00 2025", "From MAILER-DAEMON Tue Jun 03 09:00 2025",
    "From 18@xxx Tue Jun 03 09:00:00 +0000 2025", "From ann at b.org  Tue Jun  3 09:00:00 2025",
  ])
  func `separators are written in many ways`(line: String) throws {
    #expect(try reports("\(line)\nSubject: x\n\nForty.\n\n\(line)\nSubject: y\n\nTen.").count == 2)
  }

  @Test func `a bad message is refused by its place, and the next one is read`() throws {
    let bad = "\(separator)From: a@b.org\nMessage-ID: <bad@b.org>\nContent-Type: image/png\n\nx\n\n"
    let items = try items(letter(1, "Forty.") + bad + letter(2, "Ten."))
    guard items.count == 3, case .refused(let error) = items[1] else {
      Issue.record("not three items")
      return
    }
    let place = letter(1, "Forty.").utf8.count
    #expect(error == ReadingError("no text", at: .offset(place), id: "bad@b.org"))
  }

  @Test func `a message beyond the limit is refused in bounded memory, and the next one is read`()
    throws
  {
    var options = ReadingOptions(name: "-")
    options.documentLimit = 1000
    var pieces = 3000
    let (first, second) = (Array(letter(1, "Forty.").utf8), Array(letter(2, "Ten.").utf8))
    let input = ByteInput { _ in
      pieces -= 1
      if pieces == 2999 { return first }
      if pieces > 0 { return Array(repeating: 0x41, count: 999) + [0x0A] }
      return pieces == 0 ? [0x0A] + second : []
    }
    var reader = try DocumentReader(input, format: .mail, options: options)
    guard case .refused(let error) = try reader.next(), case .report(let report) = try reader.next()
    else {
      Issue.record("not a refusal and a report")
      return
    }
    #expect(error.id == "m1@b.org")
    #expect(error.reason == "longer than the limit of a document (1000 bytes)")
    #expect(report.text == "Ten.")
  }
}
