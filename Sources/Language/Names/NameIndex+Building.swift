import Model

extension NameIndex {
  /// Prepares all names of a gazetteer.
  ///
  /// - Parameters:
  ///   - gazetteer: whose positions the senses hold.
  ///   - lexicon: its class `name-type` has the words that need no capital behind a name's first
  ///     word: "Amur oblast".
  public init(_ gazetteer: Gazetteer, lexicon: Lexicon) {
    var builder = NameIndexBuilder(lexicon: lexicon)
    builder.bare = Set(
      gazetteer.entities.lazy.flatMap(\.aliases).map(\.text).filter {
        $0.utf8.allSatisfy { $0 < 0x80 }
      })
    for (position, entity) in gazetteer.entities.enumerated() {
      for alias in entity.aliases {
        builder.add(alias.text, Sense(entity: position, alias, by: alias.by))
      }
      for alias in Self.seatNames(of: entity, in: gazetteer) {
        builder.add(alias.text, Sense(entity: position, alias, by: .metonym))
      }
    }
    builder.addDecoys()
    self = builder.built()
  }

  /// What the seat of a government is called in any language, where its name stands for it.
  ///
  /// A table gives metonyms in English; that Пекин and 北京 stand for China follows from there.
  private static func seatNames(of entity: Entity, in gazetteer: Gazetteer) -> [Alias] {
    guard let seat = entity.centre.flatMap({ gazetteer[$0] }) else { return [] }
    let metonyms = entity.aliases.filter { $0.by == .metonym }.map(\.text)
    guard seat.aliases.contains(where: { metonyms.contains($0.text) }) else { return [] }
    return seat.aliases.filter { $0.by == .name || $0.by == .alias }
  }
}

/// Collects names, then lays them out for looking up.
private struct NameIndexBuilder {
  /// All names in plain letters as their tables have them; only those may have an article.
  var bare: Set<String> = []
  private var index = NameIndex()
  private var numberOfName: [String: Int] = [:]
  private var entriesOfHash: [UInt64: [Int32]] = [:]
  private let lexicon: Lexicon
  private let nameType: WordClass
  private let province: WordClass
  private let noWords = Lexicon(tables: [])
  private let wordForms = WordForms(russian: .builtIn(language: "ru"))

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    nameType = lexicon.wordClass("name-type")
    province = lexicon.wordClass("name-province")
    index.scripts.learn(korean: .builtIn(language: "ko"))
  }

  /// Adds words of Chinese and Korean that hold an entity's name and name something else.
  mutating func addDecoys() {
    for language in ["zh", "ko"] {
      let lexicon = Lexicon.builtIn(language: language)
      for (word, _) in lexicon.words(of: lexicon.wordClass("decoy")).sorted(by: { $0.0 < $1.0 })
      where numberOfName[word] == nil {
        index.scripts.add(word, name: index.names.count, ambiguous: false)
        index.names.append(NameIndex.Name(text: word, senses: []))
      }
    }
  }

  mutating func add(_ text: String, _ sense: NameIndex.Sense) {
    let bytes = Array(text.utf8)
    var tokens = Tokenizer.tokens(of: bytes, lexicon: noWords).tokens
    // "the Kremlin" is found as "Kremlin" if that stands in a table too; else the article must be
    // there, but is no part of the mention.
    let hasArticle = tokens.count > 1 && startsWithArticle(bytes)
    if hasArticle { tokens.removeFirst() }
    guard let first = tokens.first else { return }
    let rest = String(decoding: bytes[Int(first.start)...], as: UTF8.self)
    let needsArticle = hasArticle && !bare.contains(rest)
    let shown = needsArticle ? "the " + rest : rest
    if let known = numberOfName[shown] {
      if !index.names[known].senses.contains(where: { $0.entity == sense.entity }) {
        index.names[known].senses.append(sense)
        if sense.ambiguous { index.scripts.markAmbiguous(shown) }
      }
      return
    }
    let number = index.names.count
    if first.kind == .script {
      index.scripts.add(shown, name: number, ambiguous: sense.ambiguous)
    } else if first.kind == .word {
      compile(tokens, of: bytes, name: number, sense: sense, needsArticle: needsArticle)
    } else {
      return
    }
    numberOfName[shown] = number
    index.names.append(NameIndex.Name(text: shown, senses: [sense]))
  }

  private func startsWithArticle(_ bytes: [UInt8]) -> Bool {
    bytes.count > 4 && bytes[0] | 0x20 == UInt8(ascii: "t") && bytes[1] == UInt8(ascii: "h")
      && bytes[2] == UInt8(ascii: "e") && bytes[3] == 0x20
  }

  private mutating func compile(
    _ tokens: [Token], of bytes: [UInt8], name: Int, sense: NameIndex.Sense, needsArticle: Bool
  ) {
    var tokens = tokens
    let isDemonym = sense.by == .demonym && sense.language == "en"
    let combines = tokens.count == 2 && tokens[1].isDash && tokens[1].isJoined
    if combines { tokens.removeLast() }
    let start = index.parts.count
    var behindHyphen = false
    var firstForms: [UInt64] = []
    for (number, token) in tokens.enumerated() {
      if token.isDash && token.isJoined {
        behindHyphen = true
        continue
      }
      let isPeople = isDemonym && !combines && number == tokens.count - 1
      let forms = token.kind == .sign ? [] : hashes(of: token, in: bytes, isPeople: isPeople)
      if number == 0 { firstForms = forms }
      let content: NamePart.Content
      if token.kind == .sign {
        content = .sign(token.code)
      } else {
        let first = Int32(index.forms.count)
        index.forms += forms
        content = .forms(first..<Int32(index.forms.count))
      }
      index.parts.append(
        NamePart(
          content: content, gap: gap(token, behindHyphen: behindHyphen, after: number, tokens),
          letterCase: letterCase(of: token, in: bytes, first: number == 0),
          isProvince: !forms.isEmpty && isA(province, token, in: bytes)))
      behindHyphen = false
    }
    let parts = Int32(start)..<Int32(index.parts.count)
    add(
      NameEntry(name: Int32(name), parts: parts, combines: combines, needsArticle: needsArticle),
      firstForms)
    // The last point of "U.S." is often left out: "U.S-led", "the U.S, however".
    if parts.count > 1, let last = tokens.last, last.isSign(".") {
      add(
        NameEntry(
          name: Int32(name), parts: parts.dropLast(), combines: false, needsArticle: needsArticle),
        firstForms)
    }
  }

  private mutating func add(_ entry: NameEntry, _ hashes: [UInt64]) {
    let number = Int32(index.entries.count)
    index.entries.append(entry)
    for hash in hashes { entriesOfHash[hash, default: []].append(number) }
  }

  /// The hashes of the forms that a word of a name may take.
  private func hashes(of token: Token, in bytes: [UInt8], isPeople: Bool) -> [UInt64] {
    let word = Folding.bytes(of: bytes, from: Int(token.start), to: Int(token.end))
    let hash = Lexicon.hash(word)
    let isCyrillic = word.first == 0xD0 || word.first == 0xD1
    let isType = lexicon.contains(lexicon.id(hash: hash), nameType)
    guard isPeople || isType || isCyrillic && !token.flags.contains(.capitals) else {
      return [hash]
    }
    return isCyrillic
      ? wordForms.forms(ofRussian: word)
      : isPeople ? WordForms.forms(ofEnglishDemonym: word) : WordForms.forms(ofEnglishNoun: word)
  }

  private func gap(
    _ token: Token, behindHyphen: Bool, after number: Int, _ tokens: [Token]
  ) -> NamePart.Gap {
    if number == 0 { return .any }
    if behindHyphen { return .apart }
    if token.kind == .sign { return token.isJoined ? .joined : .any }
    if token.isJoined { return .joined }
    return tokens[number - 1].kind == .sign ? .any : .apart
  }

  private func letterCase(
    of token: Token, in bytes: [UInt8], first: Bool
  ) -> NamePart.LetterCase {
    guard token.kind == .word, token.isCapitalized else { return .any }
    if token.flags.contains(.capitals) {
      let letters = bytes[Int(token.start)..<Int(token.end)].count { $0 & 0xC0 != 0x80 }
      return .capitals(orCapital: letters >= 4)
    }
    return !first && isA(nameType, token, in: bytes) ? .any : .capital
  }

  private func isA(_ wordClass: WordClass, _ token: Token, in bytes: [UInt8]) -> Bool {
    let hash = Folding.hash(bytes, from: Int(token.start), to: Int(token.end))
    return lexicon.contains(lexicon.id(hash: hash), wordClass)
  }

  func built() -> NameIndex {
    var index = index
    var size = 1024
    while size < entriesOfHash.count * 4 { size *= 2 }
    index.slots = Array(repeating: NameIndex.Slot(), count: size)
    var ordered: [NameEntry] = []
    for hash in entriesOfHash.keys.sorted() {
      index.filter.insert(hash)
      let list = (entriesOfHash[hash] ?? []).map { index.entries[Int($0)] }
        .sorted { $0.comesBefore($1) }
      let start = Int32(ordered.count)
      ordered += list
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while !index.slots[slot].entries.isEmpty { slot = (slot + 1) & (size - 1) }
      index.slots[slot] = NameIndex.Slot(hash: hash, entries: start..<Int32(ordered.count))
    }
    index.entries = ordered
    return index
  }
}
