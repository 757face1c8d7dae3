import Language

/// What a user typed into the search, as an expression for the index that can never be wrong.
///
/// Words are quoted one by one. `"…"`, `AND`, `OR`, `NOT`, `(…)`, `word*` and `NEAR(…, n)` are
/// operators where they have what they need on both sides; elsewhere they are words. Straight and
/// curly quotes are alike, and a quote that is not closed is text.
struct SearchExpression {
  static let mostBytes = 4096
  static let mostWords = 64

  /// The expression in the index's own language, or `nil` where there is no word to look for.
  private(set) var match: String?

  /// The words and phrases that a found text is marked with; those behind NOT are not among them.
  private(set) var terms: [Term] = []

  struct Term: Hashable {
    /// As the index has them, apart by spaces.
    var words: String
    var isPrefix: Bool
  }

  /// - Throws: `ArchiveError.invalid` where it is longer than any search needs to be.
  init(_ text: String) throws(ArchiveError) {
    guard text.utf8.count <= Self.mostBytes else {
      throw .invalid(reason: "a search has at most \(Self.mostBytes) bytes")
    }
    var parser = Parser(tokens: SearchToken.tokens(of: text))
    guard parser.wordCount <= Self.mostWords else {
      throw .invalid(reason: "a search has at most \(Self.mostWords) words")
    }
    match = parser.alternatives(depth: 0)
    // What is left over after a bracket too many is searched as words.
    while !parser.isAtEnd {
      let rest = parser.alternatives(depth: 0)
      match = [match, rest].compactMap { $0 }.joined(separator: " AND ")
      if match?.isEmpty == true { match = nil }
      parser.skip()
    }
    terms = parser.terms
  }
}

/// Descends through OR, AND and NOT, which bind in this order, the last one closest.
private struct Parser {
  let tokens: [SearchToken]
  var position = 0
  var terms: [SearchExpression.Term] = []
  private var isExcluding = false

  init(tokens: [SearchToken]) { self.tokens = tokens }

  var wordCount: Int {
    tokens.reduce(0) { $0 + $1.wordCount }
  }

  var isAtEnd: Bool { position >= tokens.count }

  mutating func skip() { position += 1 }

  private func isOperator(_ word: String, at index: Int) -> Bool {
    guard index < tokens.count, case .word(word, isPrefix: false) = tokens[index] else {
      return false
    }
    return true
  }

  /// Whether an operand begins at a token.
  private func beginsOperand(at index: Int) -> Bool {
    guard index < tokens.count else { return false }
    if case .close = tokens[index] { return false }
    return !["AND", "OR"].contains { isOperator($0, at: index) }
  }

  mutating func alternatives(depth: Int) -> String? {
    var parts: [String] = []
    while true {
      if let part = conjunction(depth: depth) { parts.append(part) }
      guard isOperator("OR", at: position), beginsOperand(at: position + 1) else { break }
      position += 1
    }
    return joined(parts, " OR ")
  }

  private mutating func conjunction(depth: Int) -> String? {
    var parts: [String] = []
    while position < tokens.count {
      if case .close = tokens[position], depth > 0 { break }
      if !parts.isEmpty, isOperator("OR", at: position), beginsOperand(at: position + 1) { break }
      if !parts.isEmpty, isOperator("AND", at: position), beginsOperand(at: position + 1) {
        position += 1
      }
      let before = position
      if let part = exclusion(depth: depth) { parts.append(part) }
      if position == before { break }
    }
    return joined(parts, " AND ")
  }

  private mutating func exclusion(depth: Int) -> String? {
    var result = operand(depth: depth)
    while result != nil, isOperator("NOT", at: position), beginsOperand(at: position + 1) {
      position += 1
      let outer = isExcluding
      isExcluding = true
      let excluded = operand(depth: depth)
      isExcluding = outer
      if let kept = result, let excluded { result = "(\(kept) NOT \(excluded))" }
    }
    return result
  }

  private mutating func operand(depth: Int) -> String? {
    guard position < tokens.count else { return nil }
    defer { position += 1 }
    switch tokens[position] {
    case .word(let text, let isPrefix): return term(text, isPrefix: isPrefix)
    case .phrase(let text): return term(text, isPrefix: false)
    case .near(let words, let distance): return near(words, distance)
    case .close: return nil
    case .open:
      position += 1
      // The bracket that closes it is passed over by `defer`; deeper ones than these are text.
      return depth < 20 ? alternatives(depth: depth + 1) : nil
    }
  }

  private mutating func term(_ text: String, isPrefix: Bool) -> String? {
    let (words, isPrefix) = SearchText.phrase(text, isPrefix: isPrefix)
    guard words.contains(where: { $0 != " " }) else { return nil }
    if !isExcluding { terms.append(SearchExpression.Term(words: words, isPrefix: isPrefix)) }
    return "\"\(words)\"" + (isPrefix ? " *" : "")
  }

  private mutating func near(_ words: [String], _ distance: Int) -> String? {
    let parts = words.compactMap { term($0, isPrefix: false) }
    return parts.isEmpty ? nil : "NEAR(\(parts.joined(separator: " ")), \(distance))"
  }

  private func joined(_ parts: [String], _ word: String) -> String? {
    switch parts.count {
    case 0: nil
    case 1: parts[0]
    default: "(" + parts.joined(separator: word) + ")"
    }
  }
}
