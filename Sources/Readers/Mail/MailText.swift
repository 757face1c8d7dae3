/// The plain text of a message by its lines, less what is not the message's own.
struct MailText {
  private var lines: [ArraySlice<UInt8>]

  private static let quote = UInt8(ascii: ">")

  /// `nil` where it has more lines than a text may have.
  init?(_ utf8: [UInt8]) {
    guard TextLine.fits(utf8) else { return nil }
    lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
  }

  /// In bytes, with the blank lines around it.
  var length: Int { lines.reduce(0) { $0 + $1.count + 1 } }

  /// Without blank lines around it.
  var utf8: [UInt8] {
    guard let first = lines.firstIndex(where: { !MailText.isBlank($0) }),
      let last = lines.lastIndex(where: { !MailText.isBlank($0) })
    else { return [] }
    var utf8: [UInt8] = []
    for index in first...last {
      if index > first { utf8.append(0x0A) }
      utf8 += lines[index]
    }
    return utf8
  }

  /// Takes what stands behind it, as a paragraph of its own.
  mutating func append(_ next: MailText) { lines += [[]] + next.lines }

  /// The first lines as text, for a look at what they are.
  func opening(_ count: Int) -> [String] {
    lines.prefix(count).map {
      String(decoding: $0.prefix(1000), as: UTF8.self).trimmed
    }
  }

  /// Joins the lines of paragraphs that were cut with a blank at the end (RFC 3676).
  mutating func joinFlowed(deletingBlanks: Bool) {
    var joined: [ArraySlice<UInt8>] = []
    var paragraph: [UInt8] = []
    var openDepth: Int?
    func end() {
      if openDepth != nil { joined.append(paragraph[...]) }
      openDepth = nil
    }
    for line in lines {
      let depth = line.prefix { $0 == MailText.quote }.count
      var content = line.dropFirst(depth)
      if content.first == 0x20 { content = content.dropFirst() }
      let isSignature = MailText.isSignatureMark(content)
      if openDepth != depth || isSignature { end() }
      if openDepth == nil {
        paragraph = [UInt8](repeating: MailText.quote, count: depth) + (depth > 0 ? [0x20] : [])
        openDepth = depth
      }
      let isOpen = content.last == 0x20 && !isSignature
      paragraph += isOpen && deletingBlanks ? content.dropLast() : content
      if !isOpen { end() }
    }
    end()
    lines = joined
  }

  mutating func dropFirst(_ count: Int) { lines.removeFirst(min(count, lines.count)) }

  /// Takes one mark of quotation from every line that has one.
  mutating func unquote() {
    lines = lines.map { line in
      guard line.first == MailText.quote else { return line }
      let rest = line.dropFirst()
      return rest.first == 0x20 ? rest.dropFirst() : rest
    }
  }

  /// Cuts what an answer repeats: marked lines with the line that says whose they are, and a whole
  /// message below its own block of fields.
  mutating func cutAnswered() {
    if let block = ForwardedBlock(
      in: opening(ForwardedBlock.lines(isTop: false)), isTop: false, wraps: true)
    {
      lines.removeSubrange(min(block.start, lines.count)...)
    }
    var kept: [ArraySlice<UInt8>] = []
    var isQuoted = false
    for line in lines {
      if line.first == MailText.quote {
        if !isQuoted { MailText.cutAttribution(from: &kept) }
        isQuoted = true
      } else {
        // One blank line is enough where something was cut.
        let isDouble = isQuoted && MailText.isBlank(line) && kept.last.map(MailText.isBlank) ?? true
        isQuoted = isQuoted && isDouble
        if !isDouble { kept.append(line) }
      }
    }
    lines = kept
  }

  /// Cuts "On Mon, 3 Nov 2025 at 9:00, Ann Lee wrote:" from the end, in one line or in two.
  private static func cutAttribution(from kept: inout [ArraySlice<UInt8>]) {
    let blanks = kept.reversed().prefix { isBlank($0) }.count
    let place = kept.count - blanks - 1
    guard blanks <= 1, place >= 0, kept[place].count < 200,
      let last = kept[place].last(where: { $0 > 0x20 }), last == UInt8(ascii: ":")
    else { return }
    let isTold: (ArraySlice<UInt8>) -> Bool = { line in
      line.contains { $0 &- 48 < 10 || $0 == UInt8(ascii: "@") }
    }
    let isWrapped = place > 0 && !isBlank(kept[place - 1]) && kept[place - 1].count < 200
    if isTold(kept[place]) {
      kept.removeSubrange(place...)
    } else if isWrapped, isTold(kept[place - 1]) {
      kept.removeSubrange((place - 1)...)
    }
  }

  /// Cuts the signature, and the lines that programs write under a letter and over it.
  mutating func cutFoot() {
    if let mark = lines.lastIndex(where: MailText.isSignatureMark), isFoot(from: mark, limit: 30) {
      lines.removeSubrange(mark...)
    }
    if let rule = lines.indices.suffix(12).first(where: { MailText.isRule(lines[$0]) }),
      isFoot(from: rule, limit: 10), lines[rule...].contains(where: MailText.hasAddress)
    {
      lines.removeSubrange(rule...)
    }
    let standing = lines.indices.filter { !MailText.isBlank(lines[$0]) }
    let edges = Set(standing.prefix(6) + standing.suffix(20))
    for index in edges where lines[index].count < 300 {
      let line = Fold.line(lines[index])
      if Furniture.words.isMailLine(line) { lines[index] = lines[index].prefix(0) }
    }
  }

  /// Whether something stands above a line, and few lines below it.
  private func isFoot(from mark: Int, limit: Int) -> Bool {
    lines[..<mark].contains { !MailText.isBlank($0) }
      && lines[mark...].count { !MailText.isBlank($0) } <= limit
  }

  private static func isSignatureMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 3 && line.elementsEqual("-- ".utf8.prefix(line.count)) && line.count >= 2
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 20 && line.allSatisfy { "_-=*".utf8.contains($0) }
  }

  private static func hasAddress(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line.prefix(1000)
    return line.contains(UInt8(ascii: "@")) || line.containsRun("://".utf8)
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }
}
