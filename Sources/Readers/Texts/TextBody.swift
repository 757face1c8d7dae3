import Model

/// The body of a plain text: its lines less teasers, requests and machinery.
struct TextBody {
  private(set) var text = ""
  private(set) var links: [Link] = []

  private let lines: [TextLine]

  /// The lines that are not blank, by their index, and which of them are cut.
  private let standing: [Int]
  private var isCut: [Bool]

  init(_ bytes: [UInt8], lines: [TextLine], title: String?) {
    self.lines = lines
    standing = lines.indices.filter { !lines[$0].isBlank }
    isCut = [Bool](repeating: false, count: lines.count)
    cutTeasers()
    cutTail()
    cutMachinery()
    text = joined(bytes)
  }

  private func line(_ place: Int) -> TextLine? {
    standing.indices.contains(place) ? lines[standing[place]] : nil
  }

  private mutating func cut(_ place: Int) { isCut[standing[place]] = true }

  private mutating func addLink(_ title: String) {
    guard !title.isEmpty, !links.contains(where: { $0.title == title }) else { return }
    links.append(Link(title: title, url: nil))
  }

  /// Cuts title / Read more / Category / title / date, and "Read more: title", wherever they stand.
  private mutating func cutTeasers() {
    let words = Furniture.words
    for place in standing.indices where !isCut[standing[place]] {
      guard let here = line(place), !here.folded.isEmpty else { continue }
      if words.label.isLine(here.folded) {
        cutRun(around: place)
      } else {
        let length = words.teaser.prefixLength(of: here.folded)
        guard length > 0, here.folded.count <= 250, here.isHeadline || here.text.contains(":")
        else {
          continue
        }
        let opening = String(decoding: here.folded.prefix(length), as: UTF8.self).count
        cut(place)
        addLink(String(here.text.dropFirst(opening)).trimmed)
      }
    }
  }

  /// A label with the title above it, and what repeats the title or dates it below.
  private mutating func cutRun(around label: Int) {
    let words = Furniture.words
    cut(label)
    var title: TextLine?
    if let above = line(label - 1), above.isHeadline, !isCut[standing[label - 1]],
      isTeaserTitle(above, label: label)
    {
      title = above
      cut(label - 1)
      addLink(above.text)
    }
    var place = label + 1
    while let below = line(place), place <= label + 6, !below.folded.isEmpty {
      if words.label.isLine(below.folded) || below.folded == title?.folded
        || (below.text.utf8.count < 60 && WrittenDate.first(in: below.text, slack: 0) != nil)
      {
        cut(place)
      } else {
        return
      }
      place += 1
    }
  }

  /// Two signs: it stands alone between blank lines or comes again below the label.
  private func isTeaserTitle(_ title: TextLine, label: Int) -> Bool {
    let repeats = (label + 1...label + 4).contains { line($0)?.folded == title.folded }
    if repeats { return true }
    let index = standing[label - 1]
    let isAlone =
      (index == 0 || lines[index - 1].isBlank) && index + 1 < lines.count
      && lines[index + 1].isBlank
    return isAlone && !title.isSentence
  }

  /// Cuts from the end up: requests, lists of other articles, lines of credit.
  private mutating func cutTail() {
    let words = Furniture.words
    cutList()
    for place in standing.indices.reversed() {
      guard let here = line(place) else { return }
      if isCut[standing[place]] { continue }
      guard !here.folded.isEmpty else { return }
      let isFoot = isFootLine(here)
      guard
        isFoot || words.isPlea(here.folded) || words.isChrome(here.folded)
          || words.related.isLine(here.folded) || words.label.isLine(here.folded)
      else { return }
      cut(place)
    }
  }

  /// A heading like "Related articles" in the last part, with nothing but titles below it.
  private mutating func cutList() {
    let first = standing.count - min(standing.count, 60)
    for place in standing.indices.dropFirst(first) {
      guard let here = line(place), Furniture.words.related.isLine(here.folded) else { continue }
      let below = standing.indices.dropFirst(place + 1)
      let isList = below.allSatisfy { place in
        guard let line = line(place), !line.folded.isEmpty else { return false }
        return !line.isSentence || Furniture.words.isPlea(line.folded) || isFootLine(line)
          || line.folded.count < 160 && line.text.hasSuffix("?")
      }
      guard isList else { continue }
      for other in below {
        if let line = line(other), line.isHeadline, line.folded.contains(0x20),
          WrittenDate.first(in: line.text, slack: 0) == nil, !Furniture.words.isPlea(line.folded),
          !isFootLine(line)
        {
          addLink(line.text)
        }
        cut(other)
      }
      cut(place)
      return
    }
  }

  /// "(Reporting by …; editing by …)", "© 2025 …".
  private func isFootLine(_ line: TextLine) -> Bool {
    var folded = line.folded[...]
    guard folded.count <= 300 else { return false }
    while let first = folded.first,
      [
        UInt8(ascii: "("), UInt8(ascii: "*"), UInt8(ascii: "-"), 0x20,
        UInt8(ascii: "["),
      ].contains(first)
    { folded.removeFirst() }
    if folded.starts(with: [0xC2, 0xA9]) { return true }
    let words = Array(folded)
    return Furniture.words.foot.prefixLength(of: words) > 0
  }

  /// Lines that are one button or mark, and requests of several such signs, wherever they stand.
  private mutating func cutMachinery() {
    let words = Furniture.words
    for place in standing.indices where !isCut[standing[place]] {
      guard let here = line(place), !here.folded.isEmpty, here.folded.count < 300 else { continue }
      let isBlock = isAlone(standing[place])
      let asks = words.plea.prefixLength(of: here.folded) > 0 && words.isPlea(here.folded)
      if isBlock, words.isChrome(here.folded) || asks { cut(place) }
    }
  }

  private func isAlone(_ index: Int) -> Bool {
    (index == 0 || lines[index - 1].isBlank || isCut[index - 1])
      && (index + 1 >= lines.count || lines[index + 1].isBlank || isCut[index + 1])
  }

  /// The lines that are left, with the blank lines that follow each; none after the last one if
  /// something behind it was cut.
  private func joined(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    var isAfterCut = false
    for index in lines.indices {
      if isCut[index] {
        isAfterCut = true
      } else if lines[index].isBlank {
        // The blank lines behind what was cut go with it.
        if !isAfterCut { output += bytes[lines[index].whole] }
      } else {
        isAfterCut = false
        output += bytes[lines[index].whole]
      }
    }
    if isAfterCut, let last = output.lastIndex(where: { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }) {
      output.removeSubrange((last + 1)...)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
