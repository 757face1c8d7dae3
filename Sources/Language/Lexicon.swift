/// A class of words in a lexicon, such as `month`; what it holds is data.
public struct WordClass: Hashable, Sendable {
  @usableFromInline let rawValue: UInt16
}

/// Several classes of words: whether a word is of any of them costs about one look.
public struct WordClasses: Sendable {
  @usableFromInline private(set) var bits: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
    (0, 0, 0, 0, 0, 0)

  public init(_ classes: [WordClass]) {
    for wordClass in classes { insert(wordClass) }
  }

  mutating func insert(_ wordClass: WordClass) {
    let bit: UInt64 = 1 << UInt64(wordClass.rawValue & 63)
    switch wordClass.rawValue >> 6 {
    case 0: bits.0 |= bit
    case 1: bits.1 |= bit
    case 2: bits.2 |= bit
    case 3: bits.3 |= bit
    case 4: bits.4 |= bit
    default: bits.5 |= bit
    }
  }
}

/// The number of a word in a lexicon; -1, which no token has, for one that is not in it.
public struct WordID: Hashable, Sendable {
  public let rawValue: Int32
}

/// The words of a language, as its tables have them.
///
/// A table is a tab-separated file; a line has a class, its entries joined by `|`, and a value for
/// all of them, which may be empty. Where a line has several classes, joined by commas, each entry
/// belongs to the class of its own place (`verb-base,verb-past TAB rise|rose TAB rise`). Lines that
/// begin with `#` are comments. An entry is one word or several with blanks between, lower case;
/// signs inside it stand as words of their own (`year - old`). At most 383 classes.
///
/// The value of a class whose name begins with `verb-` is the verb's base form.
public final class Lexicon: Sendable {
  /// For each word its classes as 384 bits, six numbers a word.
  @usableFromInline let classBits: [UInt64]

  /// The bytes of all words, one behind the other, and where each of them ends.
  private let text: [UInt8]
  private let ends: [Int32]
  private let numbers: WordNumbers
  private let bases: [Int32]
  private let classNames: [String: UInt16]

  /// The entries by the word that they begin with, of each the longest first.
  ///
  /// Those of a word are at the places from its start to the next one's; for signs the same by scalar.
  private let phrases: [Phrase]
  private let starts: [Int32]
  private let signPhrases: [Int32: [Phrase]]

  /// The words of all entries, and their values.
  private let parts: [Int32]
  private let values: [String]

  /// For each word the classes of the entries that begin with it, as its own classes are kept.
  @usableFromInline let phraseBits: [UInt64]

  struct Phrase: Sendable {
    var wordClass: UInt16 = 0

    /// How many words it has, and where the first stands.
    var count: UInt16 = 0
    var start: Int32 = 0
    var value: Int32 = 0
  }

  /// An entry found in a text.
  public struct Match: Sendable {
    /// How many tokens it takes.
    public let count: Int
    public let value: String
  }

  public init(tables: [String]) {
    var builder = LexiconBuilder()
    for table in tables { builder.add(table: table) }
    text = builder.text
    ends = builder.ends
    numbers = builder.numbers
    classBits = builder.classBits
    classNames = builder.classNames
    values = builder.values
    parts = builder.parts
    (phrases, starts) = builder.phrases()
    signPhrases = builder.signPhrases.mapValues(Self.longestFirst)
    phraseBits = Self.classes(of: phrases, starts)
    bases = builder.bases()
  }

  private static func classes(of phrases: [Phrase], _ starts: [Int32]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (starts.count - 1) * 6)
    for word in 0..<starts.count - 1 {
      for place in Int(starts[word])..<Int(starts[word + 1]) {
        let wordClass = phrases[place].wordClass
        bits[word * 6 + Int(wordClass >> 6)] |= UInt64(1) << UInt64(wordClass & 63)
      }
    }
    return bits
  }

  private static func longestFirst(_ phrases: [Phrase]) -> [Phrase] {
    phrases.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = Lexicon.hashSeed
    for byte in bytes { hash = mix(hash, byte) }
    return finish(hash)
  }

  static let hashSeed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// One step of FNV-1a.
  @inline(__always)
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 29) }

  /// The word's number, by the finished hash of its folded bytes, or -1.
  @inline(__always)
  func id(hash: UInt64) -> Int32 { numbers.number(of: hash) }

  /// The class of that name; one that no table has is empty.
  public func wordClass(_ name: String) -> WordClass {
    WordClass(rawValue: classNames[name] ?? 383)
  }

  /// The number of a lower-case word.
  public func word(_ text: String) -> WordID {
    let id = id(hash: Lexicon.hash(text.utf8))
    return WordID(rawValue: id < 0 ? -9 : id)
  }

  @inlinable
  public func contains(_ code: Int32, _ wordClass: WordClass) -> Bool {
    code >= 0 && Self.bit(wordClass, of: code, in: classBits)
  }

  /// Whether the word is of any of the classes.
  @inlinable
  public func contains(_ code: Int32, anyOf classes: WordClasses) -> Bool {
    code >= 0 && Self.intersects(classes, code, in: classBits)
  }

  /// Whether an entry of any of the classes, of one word or several, begins with the word.
  @inlinable
  public func begins(_ code: Int32, anyOf classes: WordClasses) -> Bool {
    code >= 0 && Self.intersects(classes, code, in: phraseBits)
  }

  @inlinable @inline(__always)
  static func intersects(_ classes: WordClasses, _ code: Int32, in bits: [UInt64]) -> Bool {
    let place = Int(code) * 6
    return bits[place] & classes.bits.0 | bits[place + 1] & classes.bits.1
      | bits[place + 2] & classes.bits.2 | bits[place + 3] & classes.bits.3
      | bits[place + 4] & classes.bits.4 | bits[place + 5] & classes.bits.5 != 0
  }

  @inlinable @inline(__always)
  static func bit(_ wordClass: WordClass, of code: Int32, in bits: [UInt64]) -> Bool {
    let number = bits[Int(code) * 6 + Int(wordClass.rawValue >> 6)]
    return number >> UInt64(wordClass.rawValue & 63) & 1 != 0
  }

  /// What the tables have beside a word in that class, where several lines have it the last.
  public func value(_ code: Int32, _ wordClass: WordClass) -> String? {
    guard contains(code, wordClass) else { return nil }
    // The entries of one word are the last.
    let place = (Int(starts[Int(code)])..<Int(starts[Int(code) + 1])).last {
      phrases[$0].wordClass == wordClass.rawValue && phrases[$0].count == 1
    }
    return place.map { values[Int(phrases[$0].value)] }
  }

  /// The number of the verb's base form, where the word is a form of one; else the word's own.
  public func base(_ code: Int32) -> Int32 {
    code >= 0 ? bases[Int(code)] : code
  }

  /// How many words it knows; their numbers are those below.
  public var count: Int { numbers.count }

  /// All entries of a class that are one word, with their values, in no order.
  public func words(of wordClass: WordClass) -> [(word: String, value: String)] {
    (0..<Int32(count)).compactMap { word in
      value(word, wordClass).map { (string(word), $0) }
    }
  }

  private func string(_ word: Int32) -> String {
    let start = word == 0 ? 0 : Int(ends[Int(word) - 1])
    return String(decoding: text[start..<Int(ends[Int(word)])], as: UTF8.self)
  }

  /// The longest entry of that class that begins at the token.
  public func phrase(_ wordClass: WordClass, in tokens: [Token], at index: Int) -> Match? {
    guard index >= 0, index < tokens.count else { return nil }
    let first = Self.part(tokens[index])
    if first >= 0 {
      guard Self.bit(wordClass, of: first, in: phraseBits) else { return nil }
      for place in Int(starts[Int(first)])..<Int(starts[Int(first) + 1])
      where fits(phrases[place], wordClass, tokens, index) {
        return match(phrases[place])
      }
      return nil
    }
    guard first < -1, let phrases = signPhrases[first] else { return nil }
    return phrases.first { fits($0, wordClass, tokens, index) }.map(match)
  }

  private func match(_ phrase: Phrase) -> Match {
    Match(count: Int(phrase.count), value: values[Int(phrase.value)])
  }

  @inline(__always)
  private func fits(
    _ phrase: Phrase, _ wordClass: WordClass, _ tokens: [Token], _ index: Int
  ) -> Bool {
    let count = Int(phrase.count)
    guard phrase.wordClass == wordClass.rawValue, index + count <= tokens.count else {
      return false
    }
    var offset = 1
    while offset < count, Self.part(tokens[index + offset]) == parts[Int(phrase.start) + offset] {
      offset += 1
    }
    return offset == count
  }

  private static func part(_ token: Token) -> Int32 {
    switch token.kind {
    case .word: token.code
    case .sign: -2 - token.code
    case .number, .script: -1
    }
  }
}
