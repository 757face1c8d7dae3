import Model
import Readers
import Testing

@Suite struct PlainTextTests {
  struct Header: Sendable {
    var text: String
    var title: String?
    var bylines: [String] = []
    var outlet: String?
    var published: String?
    var url: String?
  }

  static let headers = [
    Header(
      text:
        "Ferry service resumes\nBy Petra Olsen, Meridian Wire\n14 July 2025\nhttps://m.example.com/f",
      title: "Ferry service resumes", bylines: ["Petra Olsen"], outlet: "Meridian Wire",
      published: "2025-07-14", url: "https://m.example.com/f"),
    Header(
      text: "Ferry service resumes\nBy Ann Lee and Bo Vik\nOct 3, 2025",
      title: "Ferry service resumes",
      bylines: ["Ann Lee", "Bo Vik"], published: "2025-10-03"),
    Header(
      text:
        "NORTH RAIL MONITOR | Note 14 | 30 July 2024\nWhat the crossing tells us\nAnn Lee and Bo Vik\nmonitor.example.org/notes/14",
      title: "What the crossing tells us", bylines: ["Ann Lee", "Bo Vik"],
      outlet: "NORTH RAIL MONITOR", published: "2024-07-30",
      url: "https://monitor.example.org/notes/14"),
    Header(
      text:
        "Supply Notes\nHow many of what, exactly?\nRosa Ahlers · Oct 20, 2025 · 112 likes\nhttps://supplynotes.example.net/p/1",
      title: "How many of what, exactly?", bylines: ["Rosa Ahlers"], outlet: "Supply Notes",
      published: "2025-10-20", url: "https://supplynotes.example.net/p/1"),
    Header(
      text:
        "Title: A port\nAuthor: Ann Lee\nDate: 2025-11-03\nSource: Bay Notebook\nURL: https://b.example.org/p",
      title: "A port", bylines: ["Ann Lee"], outlet: "Bay Notebook", published: "2025-11-03",
      url: "https://b.example.org/p"),
    Header(
      text: "Заголовок: Порт\nАвтор: Нина Ларина\nДата: 24 октября 2025", title: "Порт",
      bylines: ["Нина Ларина"], published: "2025-10-24"),
    Header(
      text: "标题: 港口\n作者: 林远\n日期: 2025年10月30日", title: "港口", bylines: ["林远"],
      published: "2025-10-30"),
    Header(
      text: "Ferry resumes\n\nBy Petra Olsen\n14 July 2025", title: "Ferry resumes",
      bylines: ["Petra Olsen"], published: "2025-07-14"),
    Header(
      text:
        "Harbor Press\n\nFerry to Sakhalin resumes\n\nBy ANN LEE\nJune 3, 2024\nhttps://harborpress.example.org/f",
      title: "Ferry to Sakhalin resumes", bylines: ["Ann Lee"], outlet: "Harbor Press",
      published: "2024-06-03", url: "https://harborpress.example.org/f"),
    Header(
      text: "Bay Institute\nBriefing 4\n\nHow the herring went away\nMaria Oduya\n3 March 2026",
      title: "How the herring went away", bylines: ["Maria Oduya"], outlet: "Bay Institute",
      published: "2026-03-03"),
    Header(
      text: "# Ferry resumes\nAnn Lee, Harbor Post — 12 May 2025", title: "Ferry resumes",
      bylines: ["Ann Lee"], outlet: "Harbor Post", published: "2025-05-12"),
    Header(
      text: "Ferry resumes\nHarbor Post, 12 May 2025", title: "Ferry resumes",
      outlet: "Harbor Post", published: "2025-05-12"),
    Header(
      text: "Ferry resumes\nPosted on 2025-07-14 by Ann Lee", title: "Ferry resumes",
      bylines: ["Ann Lee"], published: "2025-07-14"),
    Header(
      text: "Ferry resumes\nBy ANN LEE for Harbor Post\nMonday, July 14, 2025 at 9:30 a.m. EDT",
      title: "Ferry resumes", bylines: ["Ann Lee"], outlet: "Harbor Post",
      published: "2025-07-14"),
    Header(
      text: "MINISTRY OF PORTS\nPress release No. 14\n14 July 2025\nFerry resumes after the storm",
      title: "Ferry resumes after the storm", outlet: "MINISTRY OF PORTS",
      published: "2025-07-14"),
    Header(
      text: "Subject: Ferry resumes\nFrom: Ann Lee\nDate: Mon, 14 Jul 2025 09:30:00 +1000",
      title: "Ferry resumes", bylines: ["Ann Lee"], published: "2025-07-14"),
    Header(
      text: "Port statement\nVladivostok, 14 July 2025", title: "Port statement",
      published: "2025-07-14"),
    Header(text: "A port and its workers", title: "A port and its workers"),
    Header(text: "Who pays for the port?", title: nil),
    Header(text: "The port closed on Monday.", title: nil),
    Header(
      text: "Coast report\n03/04/2025\nhttps://c.example.com/1", title: "Coast report",
      url: "https://c.example.com/1"),
  ]

  @Test(arguments: headers)
  func `a header gives its fields and leaves the body`(header: Header) throws {
    let body = "The port handled 40 ships in May, the harbor master said.\n"
    let report = try report(header.text + "\n\n" + body, .text)
    #expect(report.title == header.title)
    #expect(report.bylines == header.bylines)
    #expect(report.outlet == header.outlet)
    #expect(report.published?.description == header.published)
    #expect(report.url == header.url)
    if header.title != nil { #expect(report.text == body) }
  }

  @Test(arguments: [
    "The port handled 40 ships.\nIt closed on 3 May 2025 for repairs that had been put off.\n",
    "One paragraph only, and no more", "First line\nsecond line of the same\n\nThird.\n",
    "  indented\u{A0}text.\r\n\r\nWith its own line ends.\r\n",
  ])
  func `a text without a header stays as it is`(text: String) throws {
    let report = try report(text, .text)
    #expect(report.text == text)
    #expect(report.title == nil)
  }

  static let teaser = """
    A Ship Nobody Wanted

    Read more

    Category

    A Ship Nobody Wanted

    Aug 22, 2025 11:01


    """

  @Test(arguments: [
    "Harbor news\n\n40 ships wait at Nakhodka\n\n12 May 2025\n\nThe strike goes on.",
    "Interview\n\nHow many came?\n\nAnn Lee: We had 300.\n\n12 May 2025\n\nThat was all.",
    "Port closes\n\nBy Friday, 3 May 2024, 300 ships had left\n\nIt is empty.",
  ])
  func `figures above a date are no header`(text: String) throws {
    let report = try report(text, .text)
    let title = try #require(report.title)
    #expect(report.text == String(text.dropFirst(title.count + 2)))
    #expect(report.bylines == [])
  }

  @Test func `teasers of other articles become links`() throws {
    let text = "One ship came on\u{A0}Monday.\n\n\(Self.teaser)Two left on Tuesday.\n"
    let report = try report(text, .text)
    #expect(report.text == "One ship came on\u{A0}Monday.\n\nTwo left on Tuesday.\n")
    #expect(report.links == [Link(title: "A Ship Nobody Wanted", url: nil)])
  }

  @Test(arguments: [
    "Read also: A Ship Nobody Wanted", "See also: A Ship Nobody Wanted",
    "Читайте также: A Ship Nobody Wanted", "Lesen Sie auch: A Ship Nobody Wanted",
  ])
  func `a line that announces another article is a link`(line: String) throws {
    let report = try report("Ships came on Monday.\n\n\(line)\n\nTwo left.\n", .text)
    #expect(report.text == "Ships came on Monday.\n\nTwo left.\n")
    #expect(report.links.map(\.title) == ["A Ship Nobody Wanted"])
  }

  @Test(arguments: [
    "Support our reporters\nLogo\nSupport our reporters\n\nYour support helps us stay there.",
    "(Reporting by Petra Olsen; editing by Sam Vale; +1 212 555 0147)",
    "Editing by Sam Vale", "© 2025 Meridian Wire. All rights reserved.",
    "Thanks for reading! 4,300 of you get this free; upgrade to paid for $6 a month.",
    "Sign up for our newsletter to get the news of the coast.", "Share this article",
    "Related articles", "Подпишитесь на нашу рассылку",
  ])
  func `requests, credits and buttons at the end are cut`(tail: String) throws {
    let report = try report("Ships came.\n\nTwo left on Tuesday.\n\n\(tail)\n", .text)
    #expect(report.text == "Ships came.\n\nTwo left on Tuesday.")
  }

  @Test func `titles under a heading of related articles are links`() throws {
    let tail = "Related articles\n\nA Ship Nobody Wanted\n\nWho pays for the pier?\n"
    let report = try report("Ships came.\n\nTwo left on Tuesday.\n\n\(tail)", .text)
    #expect(report.text == "Ships came.\n\nTwo left on Tuesday.")
    #expect(report.links.map(\.title) == ["A Ship Nobody Wanted", "Who pays for the pier?"])
  }

  @Test(arguments: [
    "Donors who support our navy gave $5 million, the ministry said on Monday in Oslo.",
    "He asked readers to subscribe to the theory that 40 ships are enough for the coast.",
    "Editors and reporters of 12 papers met.", "More than 40 ships waited outside the port.",
    "Share prices fell 3 percent.", "\"Read more books,\" the governor said.",
  ])
  func `sentences of the report stay`(sentence: String) throws {
    let text = "Ships came.\n\n\(sentence)\n\nTwo left on Tuesday.\n"
    #expect(try report(text, .text).text == text)
  }

  @Test func `the original is kept byte for byte`() throws {
    let report = try report("A port\n\nShips came.\n", .text)
    #expect(report.original == Array("A port\n\nShips came.\n".utf8))
  }

  @Test func `a text without a word is refused`() throws {
    #expect(try refusals("", .text) == ["no text"])
    #expect(try refusals(" \n\t\n", .text) == ["no text"])
  }

  @Test(arguments: [
    Array("%PDF-1.4\n1 0 obj\nThe port of 40 ships".utf8), [0x1F, 0x8B, 8, 0] + Array("ab".utf8),
    Array("PK\u{3}\u{4}".utf8), Array("40 ships\u{0} came".utf8),
    (0...255).map { UInt8($0) == 0 ? 1 : UInt8($0) },
  ])
  func `what is packed is no text, also where a text was asked for`(bytes: [UInt8]) throws {
    for format in [Format.text, .html, .mail] {
      let items = try items(bytes, format)
      guard case .refused(let error)? = items.first, items.count == 1 else {
        Issue.record("not refused as \(format)")
        return
      }
      #expect(error == ReadingError("not text"))
    }
  }
}
