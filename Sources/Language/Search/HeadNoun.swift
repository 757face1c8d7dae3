/// The word that a phrase is about, for telling "North Korean workers" and "a worker" alike.
public enum HeadNoun {
  /// The last word of an English noun phrase, singular and folded; `nil` where there is no word.
  ///
  /// A participle that follows the noun ("contracts requested") is passed over, and so is all from
  /// a preposition on ("share of exports").
  public static func of(_ phrase: String) -> String? {
    var words = words(of: phrase)
    if let cut = words.firstIndex(where: prepositions.contains), cut > 0 {
      words.removeSubrange(cut...)
    }
    if words.count > 1, let last = words.last, last.count > 4, last.hasSuffix("ed") {
      words.removeLast()
    }
    return words.last.map(singular)
  }

  /// The words of a phrase, folded; a hyphen does not part them.
  public static func words(of phrase: String) -> [String] {
    Folding.folded(phrase).split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "," }
      .map { $0.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "'" } }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
      .map { $0.hasSuffix("'") ? String($0.dropLast()) : $0 }
  }

  /// The singular of a folded English noun, by its ending; what looks singular stays.
  public static func singular(_ word: String) -> String {
    if let known = irregular[word] { return known }
    let ends = { (ending: String) in word.hasSuffix(ending) }
    if word.count < 4 || ends("ss") || ends("us") || ends("is") || !ends("s") { return word }
    if ends("'s") { return String(word.dropLast(2)) }
    if ends("ies") { return word.dropLast(3) + "y" }
    for ending in ["sses", "xes", "zes", "ches", "shes"] where ends(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  private static let irregular = [
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "geese": "goose", "mice": "mouse", "oxen": "ox", "wives": "wife",
    "lives": "life", "knives": "knife", "halves": "half", "leaves": "leaf", "wolves": "wolf",
    "servicemen": "serviceman", "servicewomen": "servicewoman", "fishermen": "fisherman",
    "businessmen": "businessman", "news": "news", "series": "series", "species": "species",
    "buses": "bus", "gases": "gas", "aircraft": "aircraft", "movies": "movie",
  ]

  private static let prepositions: Set = [
    "of", "in", "for", "from", "to", "with", "by", "per", "at", "on", "between", "among", "under",
    "over", "into", "across", "through", "within", "than",
  ]
}
