/// Gathers the entries of a lexicon's tables.
///
/// By bytes and in a few long arrays: a program starts with this.
struct LexiconBuilder {
  /// The bytes of all words, one behind the other, and where each of them ends.
  private(set) var text: [UInt8] = []
  private(set) var ends: [Int32] = []

  private(set) var numbers = WordNumbers()

  /// For each word its classes, as `Lexicon` keeps them.
  private(set) var classBits: [UInt64] = []

  private(set) var classNames: [String: UInt16] = [:]

  /// All values; the first is empty.
  private(set) var values = [""]

  /// The words of all entries, one behind the other.
  private(set) var parts: [Int32] = []

  /// The entries in the order of the tables, each with its first word.
  private var entries: [(first: Int32, phrase: Lexicon.Phrase)] = []
  private(set) var signPhrases: [Int32: [Lexicon.Phrase]] = [:]

  mutating func add(table: String) {
    var table = table
    table.withUTF8 { bytes in
      // Many lines after one another have the same classes.
      var named: (field: Slice<UnsafeBufferPointer<UInt8>>, classes: [WordClass])?
      for line in Fields(bytes[...], separator: "\n") where line.first != UInt8(ascii: "#") {
        var fields = Fields(line, separator: "\t", keepsEmpty: true)
        guard let field = fields.next(), let listed = fields.next() else { continue }
        if named?.field.elementsEqual(field) != true {
          named = (field, Fields(field, separator: ",").map { define(Self.string($0)) })
        }
        guard let classes = named?.classes, let last = classes.last else { continue }
        let value = keep(fields.next().map(Self.string) ?? "")
        for (place, entry) in Fields(listed, separator: "|").enumerated() {
          add(entry, to: place < classes.count ? classes[place] : last, value: value)
        }
      }
    }
  }

  /// The entries by their first words, of each the longest first, and where those of a word begin:
  /// one place more than there are words.
  func phrases() -> (all: [Lexicon.Phrase], starts: [Int32]) {
    var starts = [Int32](repeating: 0, count: numbers.count + 1)
    for entry in entries { starts[Int(entry.first) + 1] += 1 }
    for word in 0..<numbers.count { starts[word + 1] += starts[word] }
    var places = starts
    var all = [Lexicon.Phrase](repeating: Lexicon.Phrase(), count: entries.count)
    for (first, phrase) in entries {
      let start = Int(starts[Int(first)])
      var place = Int(places[Int(first)])
      places[Int(first)] += 1
      while place > start, all[place - 1].count < phrase.count {
        all[place] = all[place - 1]
        place -= 1
      }
      all[place] = phrase
    }
    return (all, starts)
  }

  /// For each word the number of the verb's base form, where it is a form of one; else its own.
  ///
  /// A word of several verb classes is that of the class which the tables have first.
  func bases() -> [Int32] {
    let verbs = Set(classNames.filter { $0.key.hasPrefix("verb-") }.map(\.value))
    var classes = [UInt16](repeating: .max, count: numbers.count)
    var bases = (0..<numbers.count).map(Int32.init)
    for (word, phrase) in entries
    where phrase.count == 1 && phrase.wordClass <= classes[Int(word)]
      && verbs.contains(phrase.wordClass)
    {
      classes[Int(word)] = phrase.wordClass
      let base = numbers.number(of: Lexicon.hash(values[Int(phrase.value)].utf8))
      bases[Int(word)] = base < 0 ? word : base
    }
    return bases
  }

  private static func string(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
  }

  private mutating func keep(_ value: String) -> Int32 {
    guard !value.isEmpty else { return 0 }
    values.append(value)
    return Int32(values.count - 1)
  }

  private mutating func define(_ name: String) -> WordClass {
    if let known = classNames[name] { return WordClass(rawValue: known) }
    precondition(classNames.count < 383, "a lexicon has at most 383 classes")
    let wordClass = WordClass(rawValue: UInt16(classNames.count))
    classNames[name] = wordClass.rawValue
    return wordClass
  }

  private mutating func add(
    _ entry: Slice<UnsafeBufferPointer<UInt8>>, to wordClass: WordClass, value: Int32
  ) {
    let start = parts.count
    for word in Fields(entry, separator: " ") { parts.append(part(word)) }
    guard start < parts.count else { return }
    let first = parts[start]
    let phrase = Lexicon.Phrase(
      wordClass: wordClass.rawValue, count: UInt16(parts.count - start), start: Int32(start),
      value: value)
    if first < 0 {
      signPhrases[first, default: []].append(phrase)
      return
    }
    entries.append((first, phrase))
    guard phrase.count == 1 else { return }
    let bit = UInt64(1) << UInt64(wordClass.rawValue & 63)
    classBits[Int(first) * 6 + Int(wordClass.rawValue >> 6)] |= bit
  }

  /// A word's number; a sign is kept as the negative of its scalar, less two, so that it never equals
  /// a word.
  private mutating func part(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Int32 {
    if word.count <= 4 {
      let bytes = Array(word)
      let (scalar, length) = Tokenizer.scalar(in: bytes, at: 0)
      if length == bytes.count, !Tokenizer.isLetter(scalar) {
        return -2 - Int32(bitPattern: scalar.value)
      }
    }
    let (number, isNew) = numbers.add(Lexicon.hash(word))
    if isNew {
      text += word
      ends.append(Int32(text.count))
      classBits += [0, 0, 0, 0, 0, 0]
    }
    return number
  }
}

/// The parts of a line between its separators.
private struct Fields: Sequence, IteratorProtocol {
  private var rest: Slice<UnsafeBufferPointer<UInt8>>?
  private let separator: UInt8
  private let keepsEmpty: Bool

  init(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, separator: Unicode.Scalar, keepsEmpty: Bool = false
  ) {
    rest = bytes
    self.separator = UInt8(ascii: separator)
    self.keepsEmpty = keepsEmpty
  }

  mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    while let bytes = rest {
      let end = bytes.firstIndex(of: separator) ?? bytes.endIndex
      rest = end < bytes.endIndex ? bytes[(end + 1)...] : nil
      if keepsEmpty || end > bytes.startIndex { return bytes[..<end] }
    }
    return nil
  }
}
