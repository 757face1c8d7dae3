import Language

/// The tables of what stands around articles, made ready for looking up.
struct Furniture: Sendable {
  static let words = Furniture(.builtIn)

  let label: PhraseSet
  let teaser: PhraseSet
  let related: PhraseSet
  let plea: PhraseSet
  let chrome: PhraseSet
  let foot: PhraseSet
  let footNote: PhraseSet
  let caption: PhraseSet
  let network: PhraseSet
  let byline: PhraseSet
  let role: PhraseSet
  let dateWord: PhraseSet
  let documentKind: PhraseSet
  let answerPrefix: PhraseSet
  let forwardPrefix: PhraseSet
  let forwardMark: PhraseSet
  let mailLine: PhraseSet
  let headerKeys: [HeaderNames]
  let mailKeys: [MailNames]

  enum HeaderKey: String, CaseIterable, Sendable {
    case title, byline, date, updated, outlet, url, language, tags, summary
  }

  struct HeaderNames: Sendable {
    var key: HeaderKey
    var names: PhraseSet
  }

  enum MailKey: String, CaseIterable, Sendable { case from, date, subject, other }

  struct MailNames: Sendable {
    var key: MailKey
    var names: PhraseSet
  }

  private init(_ words: ReadingWords) {
    func set(_ wordClass: String) -> PhraseSet { PhraseSet(words[wordClass].map(\.text)) }
    label = set("label")
    teaser = set("teaser")
    related = set("related")
    plea = set("plea")
    chrome = set("chrome")
    foot = set("foot")
    footNote = set("foot-note")
    caption = set("caption")
    network = set("network")
    byline = set("byline")
    role = set("role")
    dateWord = set("date-word")
    documentKind = set("document-kind")
    answerPrefix = set("answer-prefix")
    forwardPrefix = set("forward-prefix")
    forwardMark = set("forward-mark")
    mailLine = set("mail-line")
    mailKeys = MailKey.allCases.map { MailNames(key: $0, names: set("mail-\($0.rawValue)")) }
    headerKeys = HeaderKey.allCases.map { HeaderNames(key: $0, names: set("key-\($0.rawValue)")) }
  }

  /// Whether the whole line is a label, a button, or several names of networks.
  func isChrome(_ line: [UInt8]) -> Bool {
    if chrome.isLine(line) { return true }
    guard line.count < 120 else { return false }
    let words = line.split { $0 == 0x20 || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ",") }
    return !words.isEmpty && words.allSatisfy { network.isLine(Array($0)) }
  }

  /// Whether a program wrote the line over or under a letter to many.
  func isMailLine(_ line: [UInt8]) -> Bool {
    let length = mailLine.prefixLength(of: line)
    guard length > 0, line.count < 300 else { return false }
    let rest = Array(line[length...])
    return rest.count <= 4 || Furniture.address.occurs(in: line) || rest.containsRun([0x3A, 0x2F])
      || rest.contains { "@|".utf8.contains($0) }
  }

  /// Whether a line asks for money, an address or a follow.
  func isPlea(_ line: [UInt8]) -> Bool {
    guard line.count < 600 else { return false }
    let count = plea.count(in: line, atMost: 2)
    guard count > 0 else { return false }
    // One phrase alone may stand in a report on somebody's newsletter: it has to open the line,
    // or to speak to the reader.
    if count > 1 || plea.prefixLength(of: line) > 0 { return true }
    return line.count < 300 && Furniture.address.occurs(in: line)
  }

  private static let address = PhraseSet(["you", "your", "us", "our"])
}
