/// The forms that the words of names take: cases in Russian, the plural of a people in English.
struct WordForms: Sendable {
  /// The ends that a word's last letters give way to, by those letters.
  private var endings: [String: [String]] = [:]
  private var irregular: [String: [String]] = [:]
  private var longestEnding = 0

  /// Reads the classes `ending` and `irregular` of the language's lexicon.
  init(russian: Lexicon) {
    for (word, value) in russian.words(of: russian.wordClass("ending")) {
      endings[word] = value.split(separator: "|").map(String.init)
      longestEnding = max(longestEnding, word.unicodeScalars.count)
    }
    for (word, value) in russian.words(of: russian.wordClass("irregular")) {
      irregular[word] = value.split(separator: "|").map(String.init)
    }
  }

  /// A lower-case word and the forms it may take; abbreviations and particles have one.
  func forms(ofRussian word: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    if let forms = irregular[word] { return [word] + forms }
    guard scalars.count > 2 else { return [word] }
    for length in stride(from: min(longestEnding, scalars.count - 1), through: 1, by: -1) {
      let ending = Self.string(scalars.suffix(length))
      guard let ends = endings[ending] else { continue }
      let stem = Self.string(scalars.dropLast(length))
      return [word]
        + ends.map { $0 == "-" ? stem : $0.hasPrefix("+") ? word + $0.dropFirst() : stem + $0 }
    }
    return [word]
  }

  /// A people's name and its plural: "Siberian", "Siberians"; not of "Chinese", "Polish", "Czech".
  static func forms(ofEnglishDemonym word: String) -> [String] {
    ["s", "sh", "ch", "ese"].contains { word.hasSuffix($0) } ? [word] : [word, word + "s"]
  }

  /// A noun and its plural: "krai", "krais"; "territory", "territories".
  static func forms(ofEnglishNoun word: String) -> [String] {
    word.hasSuffix("y") ? [word, word.dropLast() + "ies"] : [word, word + "s"]
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
