/// A piece of a search as the user typed it.
enum SearchToken: Hashable {
  case word(String, isPrefix: Bool)
  case phrase(String)
  case near([String], distance: Int)
  case open, close

  var wordCount: Int {
    switch self {
    case .word: 1
    case .phrase(let text): text.split { $0.isWhitespace }.count
    case .near(let words, _): words.count
    case .open, .close: 0
    }
  }

  private static let quotes: Set<Character> = ["\"", "“", "”", "„", "‟", "«", "»", "＂"]

  static func tokens(of text: String) -> [SearchToken] {
    let characters = Array(text)
    var tokens: [SearchToken] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isWhitespace {
        index += 1
      } else if quotes.contains(character) {
        if let end = characters[(index + 1)...].firstIndex(where: quotes.contains) {
          tokens.append(.phrase(String(characters[(index + 1)..<end])))
          index = end + 1
        } else {
          index += 1
        }
      } else if let (near, end) = near(characters, at: index) {
        tokens.append(near)
        index = end
      } else if character == "(" || character == ")" {
        tokens.append(character == "(" ? .open : .close)
        index += 1
      } else {
        let end =
          characters[index...].firstIndex {
            $0.isWhitespace || quotes.contains($0) || $0 == "(" || $0 == ")"
          } ?? characters.count
        tokens.append(word(characters[index..<end]))
        index = end
      }
    }
    return tokens
  }

  /// A star behind a word makes it the beginning of words.
  private static func word(_ characters: ArraySlice<Character>) -> SearchToken {
    let isPrefix = characters.count > 1 && characters.last == "*"
    return .word(String(isPrefix ? characters.dropLast() : characters), isPrefix: isPrefix)
  }

  /// `NEAR(one two, 5)`; the words may be ten apart where no number is given.
  private static func near(
    _ characters: [Character], at index: Int
  ) -> (SearchToken, end: Int)? {
    guard characters[index...].starts(with: "NEAR("),
      let close = characters[index...].firstIndex(of: ")")
    else { return nil }
    let inside = characters[(index + 5)..<close]
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2 else { return nil }
    let words = first.split { $0.isWhitespace || quotes.contains($0) }.map { String($0) }
    let number = parts.count == 2 ? Int(String(parts[1].filter { !$0.isWhitespace })) : 10
    guard words.count > 1, let number, (0...1000).contains(number) else { return nil }
    return (.near(words, distance: number), close + 1)
  }
}
