import JSON
import Model

extension ReportGenerator {
  func reports(_ numbers: Range<Int>) -> [Report] { numbers.map { report($0) } }

  /// The reports as the lines of a JSON Lines file.
  func jsonLines(_ numbers: Range<Int>) -> [[UInt8]] {
    numbers.map { report($0).jsonLine }
  }
}

extension Report {
  /// The report as a line of a JSON Lines file.
  var jsonLine: [UInt8] {
    var json = JSONWriter(reserving: text.utf8.count + 400)
    json.object { json in
      json.key("id")
      json.string(id)
      json.key("outlet")
      json.string(outlet)
      json.key("url")
      json.string(url)
      json.key("title")
      json.string(title)
      json.key("published")
      json.string(published?.description)
      json.key("language")
      json.string(language)
      json.key("text")
      json.string(text)
    }
    json.newline()
    return json.bytes
  }
}
