/// Names of people as bylines have them.
enum Names {
  /// Bare names and the outlet out of "By Petra Olsen and Sam Whitlock, Meridian Wire".
  ///
  /// What stands behind the names, and is no name of a person by its form or its words, is the
  /// outlet; a role is neither.
  static func byline(_ text: String, knownOutlet: String?) -> ([String], outlet: String?) {
    var rest = Substring(text).trimmed
    let prefix = Furniture.words.byline.prefixLength(of: Fold.line(rest))
    if prefix > 0 { rest = rest.dropFirst(characters(prefix, in: rest)).trimmed }
    while let first = rest.first, ":-–— ".contains(first) { rest.removeFirst() }
    var names: [String] = []
    var outlet = knownOutlet
    let pieces = rest.split { ",;|·•".contains($0) }.map { unquoted($0) }
    for (index, piece) in pieces.enumerated() where !piece.isEmpty {
      if Furniture.words.role.isLine(Fold.line(piece)) { continue }
      let isLast = index == pieces.count - 1 && index > 0
      if isLast, outlet == nil, !names.isEmpty,
        isCompany(piece) || isCapitalized(piece) && (!piece.contains(" ") || isPair(pieces, names))
      {
        outlet = piece
      } else {
        let (name, company) = withoutPlace(piece)
        names += split(name)
        outlet = outlet ?? company
      }
    }
    return (names.map(lettered), outlet)
  }

  /// "Ada Low, Baikal Porter": two authors would be joined by a word.
  private static func isPair(_ pieces: [String], _ names: [String]) -> Bool {
    pieces.count == 2 && names.count == 1 && names[0].contains(" ")
  }

  private static func unquoted(_ piece: Substring) -> String {
    var piece = piece.trimmed
    while let first = piece.first, "«\"“„".contains(first) { piece.removeFirst() }
    while let last = piece.last, "»\"”“".contains(last) { piece.removeLast() }
    return String(piece)
  }

  /// A name in capitals with capitals at the beginning of its words only.
  static func lettered(_ name: String) -> String {
    guard name.contains(" "), name.utf8.count > 4, name.uppercased() == name else { return name }
    return name.split(separator: " ")
      .map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ")
  }

  /// "Ann Lee in Vladivostok" and "Ann Lee for Harbor Post" without what stands behind the name.
  private static func withoutPlace(_ piece: String) -> (name: String, outlet: String?) {
    let words = piece.split(separator: " ")
    let place = words.dropFirst().firstIndex { ["in", "at", "for", "from"].contains($0) }
    guard let place, place + 1 < words.count else { return (piece, nil) }
    let rest = words[(place + 1)...].joined(separator: " ")
    let isWork = words[place] == "for" || words[place] == "at"
    return (words[..<place].joined(separator: " "), isWork && isCapitalized(rest) ? rest : nil)
  }

  /// How many characters the first `bytes` bytes of the folded text are; folding keeps letters'
  /// number, so that words can be counted off.
  private static func characters(_ bytes: Int, in text: Substring) -> Int {
    let folded = Fold.line(text)
    return String(decoding: folded.prefix(bytes), as: UTF8.self).count
  }

  /// The names in a list joined by commas, "and" and its like.
  static func split(_ text: String) -> [String] {
    var names: [String] = []
    var words: [Substring] = []
    func flush() {
      let name = words.joined(separator: " ").trimmed
      if !name.isEmpty { names.append(name) }
      words = []
    }
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
      if joiners.contains(word.lowercased()) {
        flush()
        continue
      }
      let isEnd = word.hasSuffix(",") || word.hasSuffix(";") || word.hasSuffix("，")
      words.append(isEnd ? word.dropLast() : word)
      if isEnd { flush() }
    }
    flush()
    return names
  }

  private static let joiners: Set<String> = [
    "and", "&", "und", "et", "y", "e", "en", "и", "та", "i", "/",
  ]

  /// Words of a name that are not capitalized.
  private static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "ten",
    "zu", "bin", "al", "el", "y", "e", "st.",
  ]

  /// Words of a heading or of a company's name that are not capitalized, and stand in no person's.
  private static let smallWords: Set<String> = ["of", "the", "and", "in", "for", "on", "to", "at"]

  private static let companyWords: Set<String> = [
    "wire", "news", "times", "post", "press", "agency", "daily", "journal", "herald", "tribune",
    "media", "magazine", "review", "reuters", "bloomberg", "monitor", "radio", "tv", "gazette",
    "bulletin", "ledger", "today", "weekly", "observer", "chronicle", "telegraph", "guardian",
    "report", "network", "service", "institute", "foundation", "university", "center", "centre",
    "correspondent", "editor", "afp", "ap",
  ]

  static func isCompany(_ text: String) -> Bool {
    let words = text.split(separator: " ").map { $0.lowercased() }
    guard let last = words.last, words.count <= 6, isCapitalized(text) else { return false }
    return companyWords.contains(last) || companyWords.contains(words[0])
      || words[0] == "the"
  }

  /// Whether every word but the small ones begins with a capital letter, and none has a figure.
  static func isCapitalized(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "\u{A0}" }
    guard !words.isEmpty else { return false }
    return words.allSatisfy { word in
      guard let first = word.unicodeScalars.first else { return false }
      if word.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) { return false }
      return first.properties.isUppercase || particles.contains(word.lowercased())
        || smallWords.contains(word.lowercased()) || first == "&"
    }
  }

  /// Names of two to four capitalized words each.
  static func isListOfNames(_ text: String) -> Bool {
    let names = split(text)
    return !names.isEmpty && names.count <= 6
      && names.allSatisfy { name in
        let words = name.split(separator: " ")
        return (2...4).contains(words.count) && isCapitalized(name)
          && !words.contains { smallWords.contains($0.lowercased()) }
          && !name.contains { "?!:;\"“”()".contains($0) }
      }
  }

  /// Whether what follows "by" begins like a name: "By Petra", not "by the river".
  static func opensLikeName(_ rest: some Sequence<UInt8>) -> Bool {
    let text = String(decoding: Array(rest), as: UTF8.self).trimmed
    guard let first = text.unicodeScalars.first(where: { $0 != ":" && $0 != " " }) else {
      return false
    }
    return first.properties.isUppercase
      || (first.properties.isAlphabetic && !first.properties.isLowercase)
  }
}
