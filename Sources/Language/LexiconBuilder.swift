/// Gathers the entries of a lexicon's tables.
struct LexiconBuilder {
  private(set) var texts: [[UInt8]] = []
  private(set) var classes: [WordClasses] = []
  private(set) var values: [[Lexicon.ClassValue]] = []
  private(set) var classNames: [String: UInt16] = [:]
  private(set) var wordPhrases: [[Lexicon.Phrase]] = []
  private(set) var signPhrases: [Int32: [Lexicon.Phrase]] = [:]
  private var ids: [[UInt8]: Int32] = [:]

  mutating func add(table: String) {
    // By bytes, which is ten times as fast as by characters: a program starts with this.
    for line in Array(table.utf8).split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count >= 2 else { continue }
      let named = fields[0].split(separator: UInt8(ascii: ",")).map {
        define(String(decoding: $0, as: UTF8.self))
      }
      let value = fields.count > 2 ? String(decoding: fields[2], as: UTF8.self) : ""
      for (place, entry) in fields[1].split(separator: UInt8(ascii: "|")).enumerated() {
        add(
          entry.split(separator: UInt8(ascii: " ")), to: named[min(place, named.count - 1)],
          value: value)
      }
    }
  }

  /// For each word the number of the verb's base form, where it is a form of one; else its own.
  mutating func bases() -> [Int32] {
    let verbClasses = classNames.filter { $0.key.hasPrefix("verb-") }.map(\.value).sorted()
    var bases = texts.indices.map(Int32.init)
    for id in texts.indices {
      for wordClass in verbClasses {
        guard let entry = values[id].first(where: { $0.wordClass == wordClass }) else { continue }
        if let base = ids[Array(entry.value.utf8)] { bases[id] = base }
        break
      }
    }
    return bases
  }

  private mutating func define(_ name: String) -> WordClass {
    if let known = classNames[name] { return WordClass(rawValue: known) }
    precondition(classNames.count < 383, "a lexicon has at most 383 classes")
    let wordClass = WordClass(rawValue: UInt16(classNames.count))
    classNames[name] = wordClass.rawValue
    return wordClass
  }

  private mutating func add(_ words: [ArraySlice<UInt8>], to wordClass: WordClass, value: String) {
    // A sign is kept as the negative of its scalar, less two, so that it never equals a word.
    let parts = words.map { word -> Int32 in
      let word = Array(word)
      let (scalar, length) = Tokenizer.scalar(in: word, at: 0)
      if length == word.count, !Tokenizer.isLetter(scalar) {
        return -2 - Int32(bitPattern: scalar.value)
      }
      return intern(word)
    }
    guard let first = parts.first else { return }
    let phrase = Lexicon.Phrase(wordClass: wordClass.rawValue, parts: parts, value: value)
    guard first >= 0 else {
      signPhrases[first, default: []].append(phrase)
      return
    }
    wordPhrases[Int(first)].append(phrase)
    guard parts.count == 1 else { return }
    classes[Int(first)].insert(wordClass)
    let entry = Lexicon.ClassValue(wordClass: wordClass.rawValue, value: value)
    if let place = values[Int(first)].firstIndex(where: { $0.wordClass == wordClass.rawValue }) {
      values[Int(first)][place] = entry
    } else {
      values[Int(first)].append(entry)
    }
  }

  private mutating func intern(_ word: [UInt8]) -> Int32 {
    if let id = ids[word] { return id }
    let id = Int32(texts.count)
    ids[word] = id
    texts.append(word)
    classes.append(WordClasses([]))
    values.append([])
    wordPhrases.append([])
    return id
  }
}
