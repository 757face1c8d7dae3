import Model

/// What stands over a text: title, byline, date, outlet, address.
///
/// The lines before the first blank line are a header when there are at least two, and one of them
/// is a date, a byline or an address, or all are `Key: value`. Where none is, the short blocks up to one
/// that has such a line are the header together. A lone first line that does not end like a sentence
/// is the title.
struct TextHeader {
  private(set) var lineCount = 0
  private(set) var title: String?
  private var bylines: [String] = []
  private var outlet: String?
  private var date: WrittenDate?
  private var updated: WrittenDate?
  private var url: String?
  private var language: String?
  private var summary: String?
  private var tags: [String] = []

  /// Whether something besides a title shows that it is a header.
  var isMarked: Bool { date != nil || url != nil || !bylines.isEmpty }

  private static let lineLimit = 12

  init(_ lines: [TextLine]) {
    guard let first = lines.firstIndex(where: { !$0.isBlank }) else { return }
    let end = lines[first...].firstIndex(where: \.isBlank) ?? lines.count
    let header = Array(lines[first..<end])
    guard end < lines.count, lines[end...].contains(where: { !$0.isBlank }) else { return }
    if header.count == 1 {
      guard header[0].isHeadline, !header[0].isSentence, header[0].folded.count <= 200 else {
        return
      }
      title = TextHeader.unmarked(header[0].text)
      lineCount = end
      readSecondBlock(lines)
      if !isMarked { readBlocks(lines, from: first) }
    } else {
      guard header.count <= TextHeader.lineLimit, header.allSatisfy({ $0.folded.count > 0 }) else {
        return
      }
      guard readKeys(header) || readLines(header) || readBlocks(lines, from: first) else { return }
    }
    lineCount = max(lineCount, end)
    while lineCount < lines.count, lines[lineCount].isBlank { lineCount += 1 }
  }

  /// Lines under a lone title that are nothing but a byline, a date, an address.
  private mutating func readSecondBlock(_ lines: [TextLine]) {
    guard let first = lines[lineCount...].firstIndex(where: { !$0.isBlank }) else { return }
    let end = lines[first...].firstIndex(where: \.isBlank) ?? lines.count
    guard end < lines.count, end - first <= 4 else { return }
    var trial = self
    for line in lines[first..<end] {
      if let address = WebAddress.standing(in: line.text) {
        trial.url = trial.url ?? address
      } else {
        guard line.folded.count < 160, !line.isSentence || line.folded.count < 60,
          trial.readParts(of: line, isTitled: true)
        else { return }
      }
    }
    self = trial
    lineCount = end
  }

  private static let blockLimit = 4

  /// The header in several blocks, such as outlet, title, and byline with date, up to the last one that has
  /// a date, a byline or an address; prose ends it.
  @discardableResult
  private mutating func readBlocks(_ lines: [TextLine], from first: Int) -> Bool {
    var header: [TextLine] = []
    var marked: (count: Int, end: Int)?
    var index = first
    for _ in 0..<TextHeader.blockLimit {
      guard let start = lines[index...].firstIndex(where: { !$0.isBlank }) else { break }
      let end = lines[start...].firstIndex(where: \.isBlank) ?? lines.count
      let block = lines[start..<end]
      let isProse = block.contains {
        $0.folded.isEmpty || $0.folded.count > 200 || $0.isSentence && $0.folded.count >= 60
      }
      if isProse || header.count + block.count > TextHeader.lineLimit { break }
      header += block
      if block.contains(where: TextHeader.isMark) { marked = (header.count, end) }
      index = end
    }
    guard let marked, lines[marked.end...].contains(where: { !$0.isBlank }) else { return false }
    var trial = TextHeader([])
    let lines = Array(header.prefix(marked.count))
    // Whatever is no part of a header is text, and figures in it are claims: then all of it stays.
    guard lines.allSatisfy(isPart), trial.readLines(lines), trial.outlet != nil,
      lines.allSatisfy(trial.keeps)
    else { return false }
    trial.lineCount = marked.end
    self = trial
    return true
  }

  /// A date, a byline, an address, or a line without figures; that of a document's kind may have a number.
  private func isPart(_ line: TextLine) -> Bool {
    TextHeader.isMark(line) || isDocumentKind(line.text)
      || !line.isSentence && !line.text.contains(where: \.isNumber) && !line.text.contains(":")
  }

  /// Whether what a line says stands in a field.
  private func keeps(_ line: TextLine) -> Bool {
    let text = TextHeader.unmarked(line.text)
    return TextHeader.isMark(line) || isDocumentKind(line.text) || text == title
      || TextHeader.parts(of: line.text).first.map(TextHeader.unnumbered) == outlet
      || !bylines.isEmpty && bylines.allSatisfy { text.contains($0) }
  }

  private static func isMark(_ line: TextLine) -> Bool {
    var trial = TextHeader([])
    return WebAddress.standing(in: line.text) != nil || trial.readParts(of: line, isTitled: true)
  }

  /// The title without the marks that plain-text markup sets before headings.
  private static func unmarked(_ line: String) -> String {
    String(line.drop { $0 == "#" || $0 == "=" || $0 == "*" }).trimmed
  }

  /// `Key: value` in every line, at least one of them a key of the tables.
  private mutating func readKeys(_ header: [TextLine]) -> Bool {
    var found: [(key: Furniture.HeaderKey?, value: String)] = []
    for line in header {
      guard let colon = line.text.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
        return false
      }
      let name = Fold.line(line.text[..<colon])
      guard name.count <= 40 else { return false }
      let key = Furniture.words.headerKeys.first { $0.names.isLine(name) }?.key
      found.append((key, line.text[line.text.index(after: colon)...].description.trimmed))
    }
    guard found.count(where: { $0.key != nil }) * 2 > found.count else { return false }
    for (key, value) in found where !value.isEmpty { set(key, value) }
    return true
  }

  private mutating func set(_ key: Furniture.HeaderKey?, _ value: String) {
    switch key {
    case .title: title = value
    case .byline: (bylines, outlet) = Names.byline(value, knownOutlet: outlet)
    case .date: date = WrittenDate.first(in: value, slack: 2)
    case .updated: updated = WrittenDate.first(in: value, slack: 2)
    case .outlet: outlet = value
    case .url: url = WebAddress.standing(in: value)
    case .language: language = value
    case .summary: summary = value
    case .tags: tags = value.split { ",;，、".contains($0) }.map { String($0).trimmed }
    case nil: break
    }
  }

  /// Lines whose kind shows in themselves; the others are the outlet's name and the title.
  private mutating func readLines(_ header: [TextLine]) -> Bool {
    var plain: [(line: Int, text: String)] = []
    var kinds = 0
    for (index, line) in header.enumerated() {
      if let address = WebAddress.standing(in: line.text) {
        url = url ?? address
        kinds += 1
      } else if readParts(of: line, isTitled: !plain.isEmpty) {
        kinds += 1
      } else {
        plain.append((index, line.text))
      }
    }
    guard kinds > 0 else { return restart() }
    // Prose that happens to have a line with nothing but a date is no header.
    let prose = header.count { $0.folded.count > 200 }
    guard prose == 0 else { return restart() }
    // "Working Paper No. 12" under a masthead.
    if plain.count >= 3, isDocumentKind(plain[1].text), plain[1].text.contains(where: \.isNumber) {
      plain.remove(at: 1)
    }
    if plain.count >= 2, outlet == nil, isMasthead(plain[0].text, over: plain[1].text) {
      outlet = TextHeader.parts(of: plain[0].text).first.map(TextHeader.unnumbered)
      plain.removeFirst()
    }
    if plain.count >= 2, isDocumentKind(plain[0].text) { plain.removeFirst() }
    title = plain.first.map { TextHeader.unmarked($0.text) }
    for line in plain.dropFirst() { readNames(line.text) }
    return true
  }

  private mutating func restart() -> Bool {
    self = TextHeader([])
    return false
  }

  /// A line of a date, of a byline, or of several such parts with marks between.
  private mutating func readParts(of line: TextLine, isTitled: Bool) -> Bool {
    let parts = TextHeader.parts(of: line.text)
    var isKnown = false
    var rest: [String] = []
    for part in parts {
      let folded = Fold.line(part)
      let prefix = Furniture.words.byline.prefixLength(of: folded)
      if prefix > 0, part.utf8.count < 200, Names.opensLikeName(part.utf8.dropFirst(prefix)) {
        let (names, by) = Names.byline(part, knownOutlet: outlet)
        // "By Friday, 3 May 2024, 300 ships had left": prose, and no name has a figure.
        let isProse = names.contains { $0.contains(where: \.isNumber) || $0.hasSuffix(".") }
        guard !isProse else { return false }
        guard !names.isEmpty || by != nil else { continue }
        if bylines.isEmpty { bylines = names }
        outlet = outlet ?? by
        isKnown = true
      } else if part.utf8.count < 120, readDate(part, isTitled: isTitled) {
        isKnown = true
      } else {
        rest.append(part)
      }
    }
    guard isKnown, parts.count > 1, let first = rest.first else { return isKnown }
    // "OUTLET | Note No. 14 | 30 July 2024" over the title, "Name · Oct 20, 2025 · 112 likes" under it.
    if isTitled {
      readNames(rest.last { Names.isListOfNames($0) } ?? first)
    } else if !isTitled, outlet == nil, !first.utf8.contains(where: { $0 &- 48 < 10 }) {
      outlet = first
    }
    return true
  }

  /// A date, with a name or an outlet before it, or "by" and a name behind: "Harbor Post, 12 May
  /// 2025", "Posted on 12 May 2025 by Ann Lee".
  private mutating func readDate(_ part: String, isTitled: Bool) -> Bool {
    let pieces = part.split(separator: ",", omittingEmptySubsequences: false)
    var front = ""
    var found: WrittenDate?
    for index in pieces.indices where found == nil {
      found = WrittenDate.first(in: pieces[index...].joined(separator: ","), slack: 0)
      front = pieces[..<index].joined(separator: ",")
    }
    if found == nil {
      front = ""
      found = WrittenDate.first(in: part, slack: 2)
    }
    guard let found else { return false }
    if Fold.line(part).starts(with: Array("updated".utf8)) || date != nil {
      updated = updated ?? found
    } else {
      date = found
    }
    let words = part.split(separator: " ")
    if let by = words.dropFirst().lastIndex(where: { $0.lowercased() == "by" }) {
      front = words[(by + 1)...].joined(separator: " ")
    }
    if isTitled, !front.isEmpty { readNames(front) }
    return true
  }

  private mutating func readNames(_ text: String) {
    let (names, company) = Names.byline(text, knownOutlet: outlet)
    if names.count == 1, outlet == nil, Names.isCompany(names[0]) {
      outlet = names[0]
    } else if bylines.isEmpty, !names.isEmpty, names.allSatisfy(Names.isListOfNames) {
      bylines = names
      outlet = company
    }
  }

  private static func parts(of line: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var previous: Character = " "
    let characters = Array(line)
    for (index, character) in characters.enumerated() {
      let isMark = "|·•–—".contains(character)
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if isMark, previous.isWhitespace, next.isWhitespace {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
      previous = character
    }
    return (parts + [part]).map(\.trimmed).filter { !$0.isEmpty }
  }

  /// A masthead without the number of its issue.
  ///
  /// As in "Bay Letter #41" or "Bay Letter No. 41".
  private static func unnumbered(_ name: String) -> String {
    var words = name.split(separator: " ")
    while let last = words.last, words.count > 1,
      last.contains(where: \.isNumber)
        || ["no.", "no", "issue", "nr.", "№"].contains(last.lowercased())
    {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  /// Whether a line says what the document is, and not what it tells.
  ///
  /// As in "Press release No. 14".
  private func isDocumentKind(_ line: String) -> Bool {
    let folded = Fold.line(line)
    return folded.count <= 40 && Furniture.words.documentKind.prefixLength(of: folded) > 0
  }

  /// A name of up to five capitalized words over a longer line, or one that the address confirms.
  private func isMasthead(_ line: String, over next: String) -> Bool {
    guard let name = TextHeader.parts(of: line).first.map(TextHeader.unnumbered) else {
      return false
    }
    let words = name.split(separator: " ")
    guard words.count <= 5, Names.isCapitalized(name) else { return false }
    if let host = url.flatMap(WebAddress.host) {
      let squashed = Fold.squashed(name)
      let letters = Array(host.utf8)
      return host.split(separator: ".").contains { label in
        label.utf8.count >= 3
          && (squashed.containsRun(label.utf8) || letters.containsRun(squashed))
      }
    }
    return next.split(separator: " ").count > words.count
  }

  func fill(_ report: inout Report) {
    report.set(
      title: title, bylines: bylines, published: date.map { ($0.day, $0.instant) }, outlet: outlet,
      url: url, from: .text)
    report.updatedAt = updated?.instant
    if let language { report.declare(language: language, from: .text) }
    report.summary = summary
    report.tags = tags
  }
}
