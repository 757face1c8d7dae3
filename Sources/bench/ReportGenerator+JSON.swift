import JSON
import Model

extension ReportGenerator {
  func reports(_ numbers: Range<Int>) -> [Report] { numbers.map { report($0) } }

  /// The reports as the lines of a JSON Lines file.
  func jsonLines(_ numbers: Range<Int>) -> [[UInt8]] {
    numbers.map { number in
      let report = report(number)
      var json = JSONWriter(reserving: report.text.utf8.count + 400)
      json.object { json in
        json.key("id")
        json.string(report.id)
        json.key("outlet")
        json.string(report.outlet)
        json.key("url")
        json.string(report.url)
        json.key("title")
        json.string(report.title)
        json.key("published")
        json.string(report.published?.description)
        json.key("language")
        json.string(report.language)
        json.key("text")
        json.string(report.text)
      }
      json.newline()
      return json.bytes
    }
  }
}
