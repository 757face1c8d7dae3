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
  private let texts: [[UInt8]]
  private let values: [[ClassValue]]
  private let bases: [Int32]
  private let classNames: [String: UInt16]

  /// For each word the entries that begin with it, the longest first; for signs the same by scalar.
  private let wordPhrases: [[Phrase]]
  private let signPhrases: [Int32: [Phrase]]

  /// For each word the classes of the entries that begin with it, as its own classes are kept.
  @usableFromInline let phraseBits: [UInt64]

  /// The words by their hashes: numbers in open addressing, a power of two of them.
  ///
  /// The hash of each stands apart, so that both tables are small enough for the cache of a core.
  private let slots: [Int32]
  private let hashes: [UInt64]

  struct ClassValue: Sendable {
    var wordClass: UInt16
    var value: String
  }

  struct Phrase: Sendable {
    var wordClass: UInt16
    var parts: [Int32]
    var value: String
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
    texts = builder.texts
    classBits = builder.classes.flatMap(Self.numbers)
    values = builder.values
    classNames = builder.classNames
    bases = builder.bases()
    wordPhrases = builder.wordPhrases.map(Self.longestFirst)
    signPhrases = builder.signPhrases.mapValues(Self.longestFirst)
    phraseBits = builder.wordPhrases.flatMap { phrases in
      Self.numbers(WordClasses(phrases.map { WordClass(rawValue: $0.wordClass) }))
    }
    hashes = builder.texts.map { Self.hash($0[...]) }
    slots = Self.slots(for: hashes)
  }

  private static func numbers(_ classes: WordClasses) -> [UInt64] {
    let bits = classes.bits
    return [bits.0, bits.1, bits.2, bits.3, bits.4, bits.5]
  }

  private static func longestFirst(_ phrases: [Phrase]) -> [Phrase] {
    phrases.enumerated()
      .sorted { ($1.element.parts.count, $0.offset) < ($0.element.parts.count, $1.offset) }
      .map(\.element)
  }

  private static func slots(for hashes: [UInt64]) -> [Int32] {
    var size = 1024
    while size < hashes.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(id)
    }
    return slots
  }

  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
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
  ///
  /// 64 bits decide: two words of one hash would be taken for one another.
  @inline(__always)
  func id(hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let id = slots[slot]
      if id < 0 || hashes[Int(id)] == hash { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// The class of that name; one that no table has is empty.
  public func wordClass(_ name: String) -> WordClass {
    WordClass(rawValue: classNames[name] ?? 383)
  }

  /// The number of a lower-case word.
  public func word(_ text: String) -> WordID {
    let id = id(hash: Lexicon.hash(Array(text.utf8)[...]))
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

  public func value(_ code: Int32, _ wordClass: WordClass) -> String? {
    guard contains(code, wordClass) else { return nil }
    return values[Int(code)].first { $0.wordClass == wordClass.rawValue }?.value
  }

  /// The number of the verb's base form, where the word is a form of one; else the word's own.
  public func base(_ code: Int32) -> Int32 {
    code >= 0 ? bases[Int(code)] : code
  }

  /// How many words it knows; their numbers are those below.
  public var count: Int { texts.count }

  /// All entries of a class that are one word, with their values, in no order.
  public func words(of wordClass: WordClass) -> [(word: String, value: String)] {
    texts.indices.compactMap { index in
      value(Int32(index), wordClass).map { (String(decoding: texts[index], as: UTF8.self), $0) }
    }
  }

  /// The longest entry of that class that begins at the token.
  public func phrase(_ wordClass: WordClass, in tokens: [Token], at index: Int) -> Match? {
    guard index >= 0, index < tokens.count else { return nil }
    let first = Self.part(tokens[index])
    if first >= 0 {
      guard Self.bit(wordClass, of: first, in: phraseBits) else { return nil }
      return match(wordPhrases[Int(first)], wordClass, tokens, index)
    }
    guard first < -1, let phrases = signPhrases[first] else { return nil }
    return match(phrases, wordClass, tokens, index)
  }

  private func match(
    _ phrases: [Phrase], _ wordClass: WordClass, _ tokens: [Token], _ index: Int
  ) -> Match? {
    for phrase in phrases where phrase.wordClass == wordClass.rawValue {
      guard index + phrase.parts.count <= tokens.count else { continue }
      var offset = 1
      while offset < phrase.parts.count, Self.part(tokens[index + offset]) == phrase.parts[offset] {
        offset += 1
      }
      if offset == phrase.parts.count { return Match(count: offset, value: phrase.value) }
    }
    return nil
  }

  private static func part(_ token: Token) -> Int32 {
    switch token.kind {
    case .word: token.code
    case .sign: -2 - token.code
    case .number, .script: -1
    }
  }
}
