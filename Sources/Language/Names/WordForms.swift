/// The forms that the words of names take: cases in Russian, the plural of a people in English.
///
/// Words are folded, and a form is its hash, as `Folding.hash` has it: names are many, and their forms
/// are only looked up.
struct WordForms: Sendable {
  /// What the end of a word gives way to.
  private enum Change {
    /// The end is taken off, and this put in its place.
    case replace([UInt8])
    case append([UInt8])
  }

  /// The changes by the ends of words, and the whole forms of those that follow no rule.
  private var endings: [[UInt8]: [Change]] = [:]
  private var irregular: [[UInt8]: [UInt64]] = [:]
  private var longestEnding = 0

  /// Reads the classes `ending` and `irregular` of the language's lexicon.
  init(russian: Lexicon) {
    for (word, value) in russian.words(of: russian.wordClass("ending")) {
      let ending = Self.folded(word)
      endings[ending] = value.split(separator: "|").map { change in
        change == "-"
          ? .replace([])
          : change.hasPrefix("+")
            ? .append(Self.folded(change.dropFirst())) : .replace(Self.folded(change))
      }
      longestEnding = max(longestEnding, ending.count)
    }
    for (word, value) in russian.words(of: russian.wordClass("irregular")) {
      irregular[Self.folded(word)] = value.split(separator: "|").map {
        Lexicon.hash(Self.folded($0))
      }
    }
  }

  /// A word and the forms it may take; abbreviations and particles have one.
  func forms(ofRussian word: [UInt8]) -> [UInt64] {
    let hash = Lexicon.hash(word)
    if let forms = irregular[word] { return [hash] + forms }
    // Two bytes a letter; of a word of one or two none is an end.
    guard word.count > 4 else { return [hash] }
    for length in stride(from: min(longestEnding, word.count - 2), through: 2, by: -2) {
      guard let changes = endings[Array(word.suffix(length))] else { continue }
      let stem = word.dropLast(length)
      return [hash]
        + changes.map { change in
          switch change {
          case .replace(let end): Lexicon.hash(stem + end)
          case .append(let end): Lexicon.hash(word + end)
          }
        }
    }
    return [hash]
  }

  /// A people's name and its plural: "Siberian", "Siberians"; not of "Chinese", "Polish", "Czech".
  static func forms(ofEnglishDemonym word: [UInt8]) -> [UInt64] {
    let hash = Lexicon.hash(word)
    let text = String(decoding: word, as: UTF8.self)
    return ["s", "sh", "ch", "ese"].contains { text.hasSuffix($0) }
      ? [hash] : [hash, Lexicon.hash(word + Array("s".utf8))]
  }

  /// A noun and its plural: "krai", "krais"; "territory", "territories".
  static func forms(ofEnglishNoun word: [UInt8]) -> [UInt64] {
    let plural =
      word.last == UInt8(ascii: "y")
      ? word.dropLast() + Array("ies".utf8) : word + Array("s".utf8)
    return [Lexicon.hash(word), Lexicon.hash(plural)]
  }

  private static func folded(_ text: some StringProtocol) -> [UInt8] {
    let bytes = Array(text.utf8)
    return Folding.bytes(of: bytes, from: 0, to: bytes.count)
  }
}
