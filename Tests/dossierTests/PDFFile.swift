import Foundation

/// A PDF of a few lines a page, as small as its format allows.
struct PDFFile {
  private var objects: [String] = []

  /// The file with these pages, each of lines of text.
  static func data(_ pages: [[String]], title: String? = nil) -> Data {
    var file = PDFFile()
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    file.objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for lines in pages { file.add(lines) }
    file.objects.append("<< \(title.map { "/Title (\($0))" } ?? "") >>")
    return Data(file.text.utf8)
  }

  private mutating func add(_ lines: [String]) {
    let shown = lines.map { "(\($0)) Tj 0 -14 Td" }.joined(separator: "\n")
    let content = "BT /F1 11 Tf 72 600 Td\n\(shown)\nET"
    objects.append(
      """
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(objects.count + 2) 0 R
      /Resources << /Font << /F1 3 0 R >> >> >>
      """)
    objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
  }

  private var text: String {
    var text = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    return text + table
      + """
      trailer << /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>
      startxref
      \(text.utf8.count)
      %%EOF
      """
  }
}
