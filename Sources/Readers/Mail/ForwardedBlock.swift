/// What stands over the text of a message that is passed on within another: who wrote it, when,
/// and about what.
struct ForwardedBlock {
  private(set) var sender: MailAddress?
  private(set) var date: StampedDate?
  private(set) var subject: String?

  /// The line that it begins with.
  private(set) var start = 0

  /// How many lines it takes, with what the sender wrote above it.
  private(set) var lineCount = 0

  /// Whether its lines are marked as a quotation, and those below it too.
  private(set) var isQuoted = false

  private var fields = 0
  private var last: Furniture.MailKey?

  /// How far down it may begin.
  private static let lineLimit = 80

  /// How many lines have to be known to find it.
  static func lines(isTop: Bool) -> Int { isTop ? 30 : lineLimit + 30 }

  /// - Parameters:
  ///   - lines: the first lines of a message.
  ///   - isTop: whether nothing may stand above it.
  ///   - wraps: whether a field may go on in the next line.
  init?(in lines: [String], isTop: Bool, wraps: Bool) {
    for start in lines.indices.prefix(ForwardedBlock.lineLimit) where !lines[start].isEmpty {
      if let block = ForwardedBlock(lines, from: start, wraps: wraps) {
        self = block
        return
      }
      if isTop { return nil }
    }
    return nil
  }

  private init?(_ lines: [String], from start: Int, wraps: Bool) {
    self.start = start
    var place = start
    let isMarked = ForwardedBlock.isMark(lines[start])
    if isMarked || ForwardedBlock.isRule(lines[start]) { place += 1 }
    while place < lines.count, place < start + 4, ForwardedBlock.bare(lines[place]).isEmpty {
      place += 1
    }
    isQuoted = place < lines.count && lines[place].hasPrefix(">")
    while place < lines.count {
      let line = ForwardedBlock.bare(lines[place])
      guard !line.isEmpty, take(line) || wraps && goOn(line) else { break }
      place += 1
    }
    guard sender != nil, subject != nil || date != nil, isMarked || fields >= 3 else { return nil }
    lineCount = place
  }

  /// A line without the marks of a quotation before it.
  private static func bare(_ line: String) -> String {
    String(line.drop { $0 == ">" || $0.isWhitespace }).trimmed
  }

  /// "---------- Forwarded message ---------".
  private static func isMark(_ line: String) -> Bool {
    let words = line.drop { !$0.isLetter }
    let end = words.lastIndex(where: \.isLetter).map { words.index(after: $0) } ?? words.endIndex
    guard words.utf8.count < 120 else { return false }
    return Furniture.words.forwardMark.isLine(Fold.line(words[..<end]))
  }

  /// The bare line that some programs draw.
  private static func isRule(_ line: String) -> Bool {
    let line = bare(line)
    return line.count >= 8 && line.allSatisfy { $0 == "_" || $0 == "-" }
  }

  /// Takes `From: Ann Lee <ann@example.org>`; `false` if the line is no such field.
  private mutating func take(_ line: String) -> Bool {
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }),
      line[..<colon].utf8.count <= 60
    else { return false }
    let name = Fold.line(line[..<colon].filter { $0 != "*" })
    guard let key = Furniture.words.mailKeys.first(where: { $0.names.isLine(name) })?.key else {
      return false
    }
    let value = line[line.index(after: colon)...].drop { $0 == "*" }.description.trimmed
    switch key {
    case .from: sender = sender ?? MailAddress(Array(value.utf8))
    case .date: date = date ?? StampedDate(value)
    case .subject: subject = subject ?? value.nonEmpty
    case .other: break
    }
    fields += 1
    last = key
    return true
  }

  /// Takes a line as the rest of the field above it.
  private mutating func goOn(_ line: String) -> Bool {
    guard let last, line.utf8.count < 400 else { return false }
    if last == .subject, let begun = subject { subject = "\(begun) \(line)" }
    return last == .subject || last == .other
  }
}
