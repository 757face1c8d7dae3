import Model
import Readers
import Testing

@Suite struct SavingMarkTests {
  private func page(_ comment: String, head: String = "") -> String {
    "<!DOCTYPE html> <html lang=en><!--\(comment)--><head>\(head)</head><body><p>Forty ships came "
      + "to <a href='port'>the port</a> on Monday.</p></body></html>"
  }

  private let singleFile = """

     Page saved with SingleFile
     url: https://tide.example/2025/ships
     saved date: Mon Sep 12 2022 10:55:26 GMT+0200 (Central European Summer Time)

    """

  @Test func `SingleFile says where and when a page was saved`() throws {
    let report = try report(page(singleFile), .html)
    #expect(report.url == "https://tide.example/2025/ships")
    #expect(report.capturedAt?.description == "2022-09-12T08:55:26Z")
    #expect(report.references == ["https://tide.example/2025/port"])
  }

  @Test func `a browser says where a page was saved from`() throws {
    let report = try report(page(" saved from url=(0031)https://tide.example/2025/ships "), .html)
    #expect(report.url == "https://tide.example/2025/ships")
    #expect(report.capturedAt == nil)
  }

  @Test func `the page's own address and the given one go before`() throws {
    let own = page(singleFile, head: "<link rel=canonical href='https://tide.example/2025/own'>")
    #expect(try report(own, .html).url == "https://tide.example/2025/own")
    var options = ReadingOptions(name: "-")
    options.url = "https://tide.example/2025/given"
    #expect(try report(page(singleFile), .html, options).url == "https://tide.example/2025/given")
  }

  @Test(arguments: [
    "url: javascript:alert(1)", "saved from url=(0014)about:internet", "url:", "saved date: soon",
    "saved from url=(",
  ])
  func `a comment that says nothing of use is passed over`(comment: String) throws {
    let report = try report(page(comment), .html)
    #expect(report.url == nil && report.capturedAt == nil)
  }
}
