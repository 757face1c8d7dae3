/// A class of words in a lexicon, such as `month`; what it holds is data.
public struct WordClass: Hashable, Sendable {
  @usableFromInline let rawValue: UInt8
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
/// signs inside it stand as words of their own (`year - old`). At most 255 classes.
///
/// The value of a class whose name begins with `verb-` is the verb's base form.
public struct Lexicon: Sendable {
  private var ids: [UInt64: Int32] = [:]
  private var texts: [[UInt8]] = []
  @usableFromInline var classSets: [ClassSet] = []
  private var values: [[UInt8: String]] = []
  private var bases: [Int32] = []
  private var classNames: [String: UInt8] = [:]
  private var phrases: [PhraseKey: [Phrase]] = [:]

  /// A prefilter over the hashes of all words, so that most unknown words cost one look.
  private var slots: [Slot] = []

  @usableFromInline struct ClassSet: Sendable {
    @usableFromInline var words: SIMD4<UInt64> = .zero

    @inlinable
    func contains(_ wordClass: WordClass) -> Bool {
      words[Int(wordClass.rawValue >> 6)] >> UInt64(wordClass.rawValue & 63) & 1 != 0
    }

    mutating func insert(_ wordClass: WordClass) {
      words[Int(wordClass.rawValue >> 6)] |= 1 << UInt64(wordClass.rawValue & 63)
    }
  }

  private struct Slot: Sendable {
    var hash: UInt64
    var id: Int32
  }

  private struct PhraseKey: Hashable, Sendable {
    var wordClass: UInt8
    var first: Int32
  }

  private struct Phrase: Sendable {
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
    for table in tables {
      for line in table.split(separator: "\n") where !line.hasPrefix("#") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 2 else { continue }
        let classes = fields[0].split(separator: ",").map { define(String($0)) }
        let value = fields.count > 2 ? String(fields[2]) : ""
        for (place, entry) in fields[1].split(separator: "|").enumerated() {
          let wordClass = classes.count == 1 ? classes[0] : classes[min(place, classes.count - 1)]
          add(entry.split(separator: " "), to: wordClass, value: value)
        }
      }
    }
    linkBases()
    for (key, list) in phrases {
      phrases[key] = list.sorted { $0.parts.count > $1.parts.count }
    }
    buildSlots()
  }

  private mutating func define(_ name: String) -> WordClass {
    if let known = classNames[name] { return WordClass(rawValue: known) }
    precondition(classNames.count < 255, "a lexicon has at most 255 classes")
    let wordClass = WordClass(rawValue: UInt8(classNames.count))
    classNames[name] = wordClass.rawValue
    return wordClass
  }

  private mutating func add(_ words: [Substring], to wordClass: WordClass, value: String) {
    // A sign is kept as the negative of its scalar, less one, so that it never equals a word.
    let parts = words.map { word -> Int32 in
      let scalars = Array(word.unicodeScalars)
      if scalars.count == 1, !Tokenizer.isLetter(scalars[0]) {
        return -2 - Int32(bitPattern: scalars[0].value)
      }
      return intern(word)
    }
    guard let first = parts.first else { return }
    if parts.count == 1, first >= 0 {
      classSets[Int(first)].insert(wordClass)
      values[Int(first)][wordClass.rawValue] = value
    }
    phrases[PhraseKey(wordClass: wordClass.rawValue, first: first), default: []]
      .append(Phrase(parts: parts, value: value))
  }

  private mutating func intern(_ word: Substring) -> Int32 {
    let bytes = Array(word.utf8)
    var hash = Lexicon.hash(bytes[...])
    while let id = ids[hash] {
      if texts[Int(id)] == bytes { return id }
      hash &+= 1
    }
    let id = Int32(texts.count)
    ids[hash] = id
    texts.append(bytes)
    classSets.append(ClassSet())
    values.append([:])
    return id
  }

  private mutating func linkBases() {
    let verbClasses = classNames.filter { $0.key.hasPrefix("verb-") }.map(\.value).sorted()
    bases = texts.indices.map(Int32.init)
    for id in texts.indices {
      for wordClass in verbClasses {
        guard let base = values[id][wordClass] else { continue }
        bases[id] = intern(base[...])
        break
      }
    }
    while bases.count < texts.count { bases.append(Int32(bases.count)) }
  }

  private mutating func buildSlots() {
    var size = 1024
    while size < texts.count * 4 { size *= 2 }
    slots = Array(repeating: Slot(hash: 0, id: -1), count: size)
    for (id, text) in texts.enumerated() {
      let hash = Lexicon.hash(text[...])
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot].id >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(hash: hash, id: Int32(id))
    }
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
    while slots[slot].id >= 0 {
      if slots[slot].hash == hash { return slots[slot].id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// The class of that name; one that no table has is empty.
  public func wordClass(_ name: String) -> WordClass {
    WordClass(rawValue: classNames[name] ?? 255)
  }

  /// The number of a lower-case word.
  public func word(_ text: String) -> WordID {
    let id = id(hash: Lexicon.hash(Array(text.utf8)[...]))
    return WordID(rawValue: id < 0 ? -9 : id)
  }

  @inlinable
  public func contains(_ code: Int32, _ wordClass: WordClass) -> Bool {
    code >= 0 && classSets[Int(code)].contains(wordClass)
  }

  public func value(_ code: Int32, _ wordClass: WordClass) -> String? {
    code >= 0 ? values[Int(code)][wordClass.rawValue] : nil
  }

  /// The number of the verb's base form, where the word is a form of one; else the word's own.
  public func base(_ code: Int32) -> Int32 {
    code >= 0 ? bases[Int(code)] : code
  }

  /// All entries of a class that are one word, with their values, in no order.
  public func words(of wordClass: WordClass) -> [(word: String, value: String)] {
    texts.indices.compactMap { index in
      values[index][wordClass.rawValue].map { (String(decoding: texts[index], as: UTF8.self), $0) }
    }
  }

  /// The longest entry of that class that begins at the token.
  public func phrase(_ wordClass: WordClass, in tokens: [Token], at index: Int) -> Match? {
    guard index >= 0, index < tokens.count else { return nil }
    let key = PhraseKey(wordClass: wordClass.rawValue, first: Lexicon.part(tokens[index]))
    guard key.first != -1, let list = phrases[key] else { return nil }
    for phrase in list {
      guard index + phrase.parts.count <= tokens.count else { continue }
      var offset = 1
      while offset < phrase.parts.count,
        Lexicon.part(tokens[index + offset]) == phrase.parts[offset]
      { offset += 1 }
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
