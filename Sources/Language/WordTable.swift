/// A value for some of a lexicon's words, found by the word's number without hashing it.
public struct WordTable<Value: Sendable>: Sendable {
  /// For each word the place of its value, or -1.
  @usableFromInline let places: [Int32]
  @usableFromInline let values: [Value]

  /// The entries of a class that are one word; those for which `read` gives `nil` are left out.
  public init(_ wordClass: WordClass, of lexicon: Lexicon, _ read: (String) -> Value?) {
    var places: [Int32] = []
    var values: [Value] = []
    for (word, text) in lexicon.words(of: wordClass) {
      guard let value = read(text) else { continue }
      let code = Int(lexicon.word(word).rawValue)
      if code >= places.count { places += Array(repeating: -1, count: code + 1 - places.count) }
      places[code] = Int32(values.count)
      values.append(value)
    }
    self.places = places
    self.values = values
  }

  @inlinable
  public subscript(code: Int32) -> Value? {
    guard code >= 0, Int(code) < places.count else { return nil }
    let place = places[Int(code)]
    return place < 0 ? nil : values[Int(place)]
  }

  @inlinable
  public func contains(_ code: Int32) -> Bool {
    code >= 0 && Int(code) < places.count && places[Int(code)] >= 0
  }
}
