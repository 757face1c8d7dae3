/// The text of paragraphs, and where in it each page begins.
struct PagedText {
  private(set) var text = ""

  /// In bytes, one a page; a page without words begins where the next one does.
  private(set) var starts: [Int] = []

  /// Words that are written with a hyphen where no line ends.
  private let compounds: Set<String>

  init(_ paragraphs: [Paragraph], pageCount: Int) {
    compounds = PagedText.compounds(of: paragraphs)
    for paragraph in paragraphs {
      var isFirst = true
      for (page, line) in paragraph.lines {
        if isFirst { text += text.isEmpty ? "" : "\n\n" } else { join(line.text) }
        isFirst = false
        begin(page)
        text += line.text
      }
    }
    while starts.count < pageCount { starts.append(text.utf8.count) }
  }

  private mutating func begin(_ page: Int) {
    while starts.count <= page { starts.append(text.utf8.count) }
  }

  /// Makes ready for the next line of a paragraph: a space, or the two halves of a word put
  /// together.
  private mutating func join(_ next: String) {
    let first = next.unicodeScalars.first
    guard let last = text.unicodeScalars.last else { return }
    if last == "\u{AD}" {
      text.unicodeScalars.removeLast()
    } else if last == "-" || last == "‐" {
      let before = text.unicodeScalars.dropLast().last
      // A dash stands alone; the hyphen of "2024-25" and "North-South" belongs to the word.
      if before?.properties.isWhitespace ?? true { return text += " " }
      let isDivided =
        before?.properties.isAlphabetic ?? false && first?.properties.isLowercase ?? false
      if isDivided, !isCompound(next) { text.unicodeScalars.removeLast() }
    } else if !LayoutLine.areJoined(last, first) {
      text += " "
    }
  }

  private func isCompound(_ next: String) -> Bool {
    let half = text.suffix(60).split { !$0.isLetter && $0 != "-" }.last ?? ""
    let rest = next.prefix(60).prefix { $0.isLetter }
    return compounds.contains((half + rest).lowercased())
  }

  private static func compounds(of paragraphs: [Paragraph]) -> Set<String> {
    var compounds: Set<String> = []
    for paragraph in paragraphs {
      for (_, line) in paragraph.lines where line.text.utf8.contains(UInt8(ascii: "-")) {
        for word in line.text.split(separator: " ") where (4...60).contains(word.utf8.count) {
          let bare = word.lowercased().drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "-" }
          if bare.contains("-"), bare.last != "-" { compounds.insert(String(bare)) }
        }
      }
    }
    return compounds
  }
}
