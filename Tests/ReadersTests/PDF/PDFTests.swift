import Model
import Readers
import Testing
import Trials

@Suite struct PDFTests {
  private func report(_ pages: String..., title: String? = nil) throws -> Report {
    guard case .report(let report) = try paged(Array(markup(pages, title: title).utf8)) else {
      return Report(path: "none", text: "", original: [])
    }
    return report
  }

  private func refusal(_ markup: String) throws -> String? {
    guard case .refused(let error) = try paged(Array(markup.utf8)) else { return nil }
    return error.reason
  }

  @Test func `lines make paragraphs, and a step or an indent parts them`() throws {
    let page = """
      72 100 10: Forty ships came to the harbor in May, and more
      72 112 10: than thirty of them were laden with coal.
      72 130 10: A second paragraph stands lower than the others, it
      72 142 10: ends here.
      90 154 10: A third one is indented and goes on to the next of
      72 166 10: the lines.
      """
    #expect(
      try report(page).text
        == """
        Forty ships came to the harbor in May, and more than thirty of them were laden with coal.

        A second paragraph stands lower than the others, it ends here.

        A third one is indented and goes on to the next of the lines.
        """)
  }

  @Test(arguments: [
    ("a row of work-", "ers came", "a row of workers came"),
    ("in the season of 2024-", "25 they came", "in the season of 2024-25 they came"),
    ("the North-", "South line", "the North-South line"),
    ("a long-term plan, and a long-", "term one", "a long-term plan, and a long-term one"),
    ("what came -", "late", "what came - late"),
    ("what was sold\u{AD}", "iers", "what was soldiers"),
    ("от рабо-", "чих пришли", "от рабочих пришли"), ("港口五月", "接待了", "港口五月接待了"),
  ])
  func `a word is put together as it was written`(
    first: String, second: String, whole: String
  ) throws {
    #expect(try report("72 100 10: \(first)\n72 112 10: \(second)").text == whole)
  }

  @Test func `what is raised or lowered makes no number of its own`() throws {
    let page = "72 100 10: An area of 25 km 2^1 was sold 3^1 by the 21 st^1 with CO 2_1 in it"
    #expect(try report(page).text == "An area of 25 km² was sold³ by the 21st with CO₂ in it")
  }

  @Test func `signs of several letters become letters`() throws {
    #expect(
      try report("72 100 10: ﬁfty oﬃcers &amp; \u{1}\u{F0B7} &lt;x&gt; &none;").text
        == "fifty officers & • <x> &none;")
  }

  @Test func `a paragraph goes on over the foot of a page, its notes aside`() throws {
    let report = try report(
      """
      72 100 10: Forty ships came to the harbor in May and all of the
      72 112 10: workers were glad of it, as they had waited since

      72 600 7: 1 Harbor office.
      """,
      """
      72 100 10: the month of March for them.
      """)
    #expect(
      report.text
        == """
        1 Harbor office.

        Forty ships came to the harbor in May and all of the workers were glad of it, as they had \
        waited since the month of March for them.
        """)
    #expect(
      report.pages == [0, report.text.utf8.count - "the month of March for them.".utf8.count])
    #expect(report.page(at: 0) == 1)
    #expect(report.page(at: report.text.utf8.count - 3) == 2)
  }

  @Test func `heads, feet and page numbers go`() throws {
    func page(_ number: Int, _ words: String) -> String {
      """
      72 30 8: Harbor Review \(number + 6)

      72 200 10: \(words)

      300 750 8: \(number)
      """
    }
    #expect(
      try report(page(1, "Ships came."), page(2, "Coal went."), page(3, "It rained.")).text
        == "Ships came.\n\nCoal went.\n\nIt rained.")
  }

  @Test func `figures at the edge of a page stay`() throws {
    let report = try report(
      "72 40 10: In all 40 ships came.\n\n72 760 10: 1200", "72 40 10: In all 90 ships came.",
      "72 40 10: In all 70 ships came.")
    #expect(
      report.text
        == "In all 40 ships came.\n\n1200\n\nIn all 90 ships came.\n\nIn all 70 ships came.")
  }

  @Test func `a page without words has no place in the text`() throws {
    let report = try report("72 100 10: Ships came.", "", "72 100 10: Coal went.")
    #expect(report.pages.count == 3)
    #expect(report.page(at: 0) == 1)
    #expect(report.page(at: report.text.utf8.count - 1) == 3)
  }

  @Test(arguments: [
    (nil, "Forty ships in May", Provenance.Source.text),
    ("Forty Ships In May", "Forty Ships In May", .meta),
    ("Microsoft Word - forty ships in may", "forty ships in may", .meta),
    ("ships_final2.docx", "Forty ships in May", .text),
    ("Another title of old", "Forty ships in May", .text),
  ])
  func `the title is the heading, or what the file says if the page agrees`(
    given: String?, title: String, source: Provenance.Source
  ) throws {
    let page = """
      72 60 20: Forty ships
      72 84 20: in May

      72 120 10: 12 May 2025

      72 140 10: The harbor was full of ships in the month of May, all
      72 152 10: of them laden.
      """
    let report = try report(page, title: given)
    #expect(report.title == title)
    #expect(report.provenance.first == Provenance(field: "title", source: source))
    #expect(report.published == Day(year: 2025, month: 5, day: 12))
    #expect(report.text.hasPrefix("12 May 2025\n\nThe harbor"))
  }

  @Test func `what it was read with is told`() throws {
    let words = "The port handled forty ships in May, and the harbor master was pleased with it."
    let report = try report("72 100 10: \(words)")
    #expect(report.mime == "application/pdf")
    #expect(report.tool == "tool 1.0")
    #expect(report.language == "en")
    #expect(report.original == Array("%PDF-1.7\n\0".utf8))
  }

  @Test func `a scan has no text`() throws {
    #expect(try refusal(markup(["", ""])) == "no text in 2 pages; perhaps scanned")
    #expect(try refusal("") == "no text in 0 pages; perhaps scanned")
  }

  @Test func `without the tool it is said what is missing`() throws {
    #expect(try refusals("%PDF-1.7\n") == ["needs pdftotext (Debian: poppler-utils)"])
  }

  @Test func `what is no PDF is not given to the tool`() throws {
    #expect(try refusals("Forty ships", .pdf) == ["not a PDF"])
  }

  @Test func `markup that breaks off or is mutilated does no harm`() throws {
    let whole = Array(
      markup(
        [
          "72 30 8: Head 1\n\n72 60 20: Forty ships\n\n72 120 10: ﬁfty 3^1 work-\n72 132 10: ers",
          "72 30 8: Head 2\n\n72 120 10: • one &amp;\n72 132 10: CO 2_1",
        ], title: "A &amp; b"
      ).utf8)
    for length in whole.indices { _ = try paged(Array(whole[..<length])) }
    var mutator = Mutator(seed: 1)
    for _ in 0..<2_000 {
      guard case .report(let report) = try paged(mutator.mutated(whole)) else { continue }
      let bounds = report.pages.allSatisfy { (0...report.text.utf8.count).contains($0) }
      #expect(bounds && report.pages == report.pages.sorted())
    }
  }
}
