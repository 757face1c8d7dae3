import Readers

/// Pages as the tool outside tells where their words stand.
///
/// A line is `left top size: words`; an empty one begins a new block.
func markup(_ pages: [String], title: String? = nil) -> String {
  var text = "<!DOCTYPE html PUBLIC \"x\"><html xmlns=\"y\"><head>\n"
  if let title { text += "<title>\(title)</title>\n" }
  text += "</head><body><doc>\n"
  for page in pages {
    text += "<page width=\"612.000000\" height=\"792.000000\"><flow>\n"
    for block in page.split(separator: "\n\n") {
      text += "<block xMin=\"0\" yMin=\"0\" xMax=\"0\" yMax=\"0\">\n"
      for line in block.split(separator: "\n") { text += setLine(line) }
      text += "</block>\n"
    }
    text += "</flow></page>\n"
  }
  return text + "</doc></body></html>\n"
}

/// Sets a line, each character half as wide as it is high.
///
/// `word^size` is raised, `word_size` lowered.
private func setLine(_ line: Substring) -> String {
  let parts = line.split(separator: ": ", maxSplits: 1)
  let numbers = parts[0].split(separator: " ").compactMap { Double($0) }
  guard parts.count == 2, numbers.count == 3 else { return "" }
  var left = numbers[0]
  let (top, size) = (numbers[1], numbers[2])
  var text = "<line xMin=\"0\" yMin=\"0\" xMax=\"0\" yMax=\"0\">\n"
  for word in parts[1].split(separator: " ") {
    let marks = word.split(whereSeparator: { "^_".contains($0) })
    let height = marks.count > 1 ? size * 0.6 : size
    let shift = word.contains("^") ? -size * 0.1 : word.contains("_") ? size * 0.55 : 0
    let right = left + Double(marks[0].count) * height / 2
    text += "<word xMin=\"\(left)\" yMin=\"\(top + shift)\" xMax=\"\(right)\""
    text += " yMax=\"\(top + shift + height)\">\(marks[0])</word>\n"
    left = right + size / 4
  }
  return text + "</line>\n"
}

/// What is read out of a PDF of which the tool says this.
func paged(_ markup: [UInt8]) throws -> ReadingItem? {
  var options = ReadingOptions(name: "report.pdf")
  options.pdfTool = { _ in PDFMarkup(tool: "tool 1.0", bytes: markup) }
  var reader = try DocumentReader(ByteInput(Array("%PDF-1.7\n\0".utf8)), options: options)
  return try reader.next()
}
