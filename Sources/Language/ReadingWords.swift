import Lexicons

/// Words by which what stands around an article is told from the article: labels of teasers,
/// requests, bylines, months, and the short words by which a language is known.
///
/// Their tables have the form of a lexicon's: a class, its phrases, and a value for all of them.
public struct ReadingWords: Sendable {
  public struct Phrase: Hashable, Sendable {
    /// Lower case, with straight quotes.
    public let text: String
    public let value: String
  }

  private var phrases: [String: [Phrase]] = [:]

  public static let builtIn = ReadingWords(tables: BuiltIn.tables { reading_table($0) })

  init(tables: [String]) {
    for table in tables {
      for line in table.split(separator: "\n") where !line.hasPrefix("#") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 2 else { continue }
        let value = fields.count > 2 ? String(fields[2]) : ""
        phrases[String(fields[0]), default: []] += fields[1].split(separator: "|").map {
          Phrase(text: String($0), value: value)
        }
      }
    }
  }

  /// The phrases of a class, in the order of the tables.
  public subscript(wordClass: String) -> [Phrase] { phrases[wordClass] ?? [] }
}
