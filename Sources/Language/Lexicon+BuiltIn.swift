import Lexicons

extension Lexicon {
  /// A lexicon without words, for cutting what is no text of a language.
  static let empty = Lexicon(tables: [])

  /// The built-in words of a language by its ISO 639-1 code; empty where there are none.
  public static func builtIn(language: String) -> Lexicon {
    Lexicon(tables: BuiltIn.tables { language_table(language, $0) })
  }

  /// All tables of words, units and of what stands around articles, one after the other: what
  /// extraction depends on besides its code and the gazetteer.
  public static var builtInText: String {
    let languages = ["en", "ko", "ru", "uk", "zh"].flatMap { (language: String) in
      BuiltIn.tables { language_table(language, $0) }
    }
    return (languages + BuiltIn.tables(unit_table) + BuiltIn.tables(reading_table)).joined()
  }
}

/// Reads the numbered tables that lie in the binary.
enum BuiltIn {
  static func tables(_ table: (Int32) -> UnsafePointer<CChar>?) -> [String] {
    var texts: [String] = []
    while let text = table(Int32(texts.count)) { texts.append(String(cString: text)) }
    return texts
  }
}
