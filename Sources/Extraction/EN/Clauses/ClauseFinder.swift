import Language

/// Cuts English sentences into clauses by their commas, small words and verbs.
struct ClauseFinder: Sendable {
  private let parts: PartsOfSpeech
  private let words: Words

  struct Words: Sendable {
    let clauseVerb, clauseNoun, reportingVerb, adverb, participle, subjectPronoun: WordClass
    let that, whether, of, and, but, or, be, by: WordID
    let clausal: WordClass
    let subordinator, contrast: WordClass

    init(_ lexicon: Lexicon) {
      clauseVerb = lexicon.wordClass("clause-verb")
      clauseNoun = lexicon.wordClass("clause-noun")
      reportingVerb = lexicon.wordClass("clause-verb")
      adverb = lexicon.wordClass("adverb")
      participle = lexicon.wordClass("verb-participle")
      subjectPronoun = lexicon.wordClass("subject-pronoun")
      clausal = lexicon.wordClass("preposition")
      subordinator = lexicon.wordClass("subordinator")
      contrast = lexicon.wordClass("contrast")
      that = lexicon.word("that")
      whether = lexicon.word("whether")
      of = lexicon.word("of")
      and = lexicon.word("and")
      but = lexicon.word("but")
      or = lexicon.word("or")
      be = lexicon.word("be")
      by = lexicon.word("by")
    }
  }

  init(lexicon: Lexicon) {
    parts = PartsOfSpeech(lexicon: lexicon)
    words = Words(lexicon)
  }

  /// The clauses of a sentence; `adjectives` says of each token of the text if it is a demonym.
  func clauses(
    of sentence: Range<Int>, in text: TokenizedText, adjectives: [Bool]
  ) -> ClauseTree {
    let tags = parts.tag(sentence, of: text, adjectives: adjectives)
    var scan = ClauseScan(sentence: sentence, text: text, tags: tags, words: words)
    return scan.run()
  }
}

/// One pass over one sentence, with the clauses that are open on a stack.
struct ClauseScan {
  private let sentence: Range<Int>
  private let text: TokenizedText
  private let tags: [PartOfSpeech]
  private let words: ClauseFinder.Words
  private var clauses: [Clause] = []
  private var stack: [Open] = []
  private var clauseOfToken: [Int] = []

  /// For each token, the next finite verb at or behind it, and the next sign or word that may end a clause.
  private var nextFinite: [Int] = []
  private var nextBreak: [Int] = []

  private struct Open {
    var clause: Int
    var closesAtComma = false
    var closer: Closer = .none

    enum Closer { case none, bracket, quote, dash }
  }

  init(
    sentence: Range<Int>, text: TokenizedText, tags: [PartOfSpeech], words: ClauseFinder.Words
  ) {
    self.sentence = sentence
    self.text = text
    self.tags = tags
    self.words = words
    lookAhead()
  }

  private mutating func lookAhead() {
    nextFinite = Array(repeating: sentence.upperBound, count: sentence.count + 1)
    nextBreak = nextFinite
    for offset in tags.indices.reversed() {
      let index = sentence.lowerBound + offset
      nextFinite[offset] = tags[offset].isFinite ? index : nextFinite[offset + 1]
      nextBreak[offset] = breaks(index, tags[offset]) ? index : nextBreak[offset + 1]
    }
  }

  private func breaks(_ index: Int, _ tag: PartOfSpeech) -> Bool {
    switch tag {
    case .coordinator, .relative: return true
    case .sign:
      switch text.tokens[index].code {
      case 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x2E, 0x3F, 0x21: return true
      default: return text.tokens[index].isLongDash || isQuote(index)
      }
    default: return false
    }
  }

  private func isQuote(_ index: Int) -> Bool {
    !text.tokens[index].flags.isDisjoint(with: [.opensQuote, .closesQuote])
  }

  mutating func run() -> ClauseTree {
    clauses.append(
      Clause(kind: .main, parent: nil, start: sentence.lowerBound, end: sentence.lowerBound))
    stack.append(Open(clause: 0))
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      step(index)
      clauseOfToken.append(current)
      clauses[current].end = index + 1
      index += 1
    }
    return ClauseTree(
      clauses: clauses, clauseOfToken: clauseOfToken, tags: tags, sentence: sentence)
  }

  private var current: Int { stack[stack.count - 1].clause }

  private mutating func step(_ index: Int) {
    let tag = tags[index - sentence.lowerBound]
    switch tag {
    case .sign: sign(index)
    case .relative: relative(index)
    case .subordinator, .preposition: subordinator(index)
    case .coordinator: coordinator(index)
    case .modal, .auxiliary, .finite, .participle, .gerund, .infinitive: verb(index, tag)
    default: break
    }
  }

  // MARK: Opening and closing

  private mutating func open(
    _ kind: Clause.Kind, at index: Int, parent: Int?, governor: Int? = nil,
    closesAtComma: Bool = false, closer: Open.Closer = .none
  ) {
    guard stack.count < 64 else { return }
    var clause = Clause(kind: kind, parent: parent, start: index, end: index)
    clause.governor = governor
    clauses.append(clause)
    stack.append(
      Open(clause: clauses.count - 1, closesAtComma: closesAtComma, closer: closer))
  }

  private mutating func close(through closer: Open.Closer) -> Bool {
    guard let place = stack.lastIndex(where: { $0.closer == closer }), place > 0 else {
      return false
    }
    stack.removeSubrange(place...)
    return true
  }

  /// A clause beside the current one: it hangs where that one hangs.
  private mutating func openBeside(at index: Int, sharesSubject: Bool) {
    let last = current
    var parent = clauses[last].parent
    var kind = clauses[last].kind
    if kind == .main || kind == .frame || kind == .participial {
      parent = parent ?? 0
      kind = .coordinate
    }
    let governor = clauses[last].governor
    let closesAtComma = stack[stack.count - 1].closesAtComma
    if stack.count > 1, stack[stack.count - 1].closer == .none { stack.removeLast() }
    open(kind, at: index, parent: parent, governor: governor, closesAtComma: closesAtComma)
    if sharesSubject { clauses[clauses.count - 1].sharesSubjectOf = last }
  }

  // MARK: Signs

  private mutating func sign(_ index: Int) {
    let token = text.tokens[index]
    switch token.code {
    case 0x28: open(.coordinate, at: index, parent: current, closer: .bracket)
    case 0x29: _ = close(through: .bracket)
    case 0x3B, 0x3A: hardBreak(index)
    case 0x2C: comma(index)
    default:
      if token.isLongDash, !isRangeDash(index) {
        if !close(through: .dash) {
          open(.coordinate, at: index + 1, parent: current, closer: .dash)
        }
      } else if token.flags.contains(.opensQuote), opensSpeech(index) {
        open(.complement, at: index, parent: current, closer: .quote)
      } else if token.flags.contains(.closesQuote) {
        _ = close(through: .quote)
      }
    }
  }

  private func isRangeDash(_ index: Int) -> Bool {
    index > sentence.lowerBound && index + 1 < sentence.upperBound
      && text.tokens[index - 1].isNumber && text.tokens[index + 1].isNumber
  }

  /// A quotation that is a clause: at the sentence's head, or after a comma or a colon.
  private func opensSpeech(_ index: Int) -> Bool {
    index == sentence.lowerBound || text.isSign(",", at: index - 1)
      || text.isSign(":", at: index - 1)
  }

  private mutating func hardBreak(_ index: Int) {
    // "18:30", "3:1": no break.
    if index + 1 < sentence.upperBound, text.tokens[index + 1].isJoined { return }
    while stack.count > 1, stack[stack.count - 1].closer == .none { stack.removeLast() }
    open(.coordinate, at: index + 1, parent: current)
  }

  private mutating func comma(_ index: Int) {
    // Inside a list or a number the comma says nothing.
    if closesFront(index) { return }
    if let place = stack.lastIndex(where: { $0.closesAtComma || $0.closer != .none }), place > 0,
      stack[place].closer == .none
    {
      stack.removeSubrange(place...)
    }
    let next = index + 1
    guard next < sentence.upperBound else { return }
    let tag = tags[next - sentence.lowerBound]
    if opensFrame(next) {
      open(.frame, at: next, parent: nil, closesAtComma: true)
    } else if tag == .gerund || (tag == .participle && clauses[current].hasFinite) {
      open(.participial, at: next, parent: current, closesAtComma: true)
    }
  }

  /// A comma that ends an adverbial clause at the head of the sentence: what follows is the main clause.
  private mutating func closesFront(_ index: Int) -> Bool {
    guard stack.count > 1 else { return false }
    let top = stack[stack.count - 1]
    guard clauses[top.clause].kind == .adverbial || clauses[top.clause].kind == .participial,
      top.closesAtComma, clauses[top.clause].start == sentence.lowerBound
    else { return false }
    stack.removeLast()
    return true
  }

  /// Whether ", the ministry said" or ", said the ministry" begins here, after a finished clause.
  private func opensFrame(_ index: Int) -> Bool {
    let verb = nextFinite[index - sentence.lowerBound]
    guard verb < sentence.upperBound, text.isForm(of: words.reportingVerb, at: verb) else {
      return false
    }
    let closesSentence = verb + 2 >= sentence.upperBound
    guard closesSentence || clauses[current].hasFinite || clauses[0].hasFinite else { return false }
    if verb == index { return true }
    // Nothing may stand between that opens another clause, and little behind the verb.
    guard nextBreak[index - sentence.lowerBound] > verb else { return false }
    let tag = tags[index - sentence.lowerBound]
    guard tag != .coordinator, tag != .subordinator else { return false }
    let behind = verb + 1
    guard behind < sentence.upperBound else { return true }
    let end = nextBreak[behind - sentence.lowerBound]
    return nextFinite[behind - sentence.lowerBound] >= end
  }

  // MARK: Words

  private mutating func relative(_ index: Int) {
    if text.isWord(words.that, at: index) {
      that(index)
      return
    }
    let afterComma = index > sentence.lowerBound && text.isSign(",", at: index - 1)
    let asConjunction =
      index == sentence.lowerBound
      && nextFinite[index - sentence.lowerBound] < sentence.upperBound
    if asConjunction {
      open(.adverbial, at: index, parent: current, closesAtComma: true)
    } else if nextFinite[index - sentence.lowerBound] < sentence.upperBound {
      open(.relative, at: index, parent: current, closesAtComma: afterComma || true)
    }
  }

  private mutating func that(_ index: Int) {
    let verb = nextFinite[index - sentence.lowerBound]
    guard verb < sentence.upperBound, index > sentence.lowerBound else { return }
    let before = index - 1
    if let governor = governor(of: index) {
      if clauses[current].kind == .complement, clauses[current].governor == governor {
        return
      }
      if tags[before - sentence.lowerBound] == .coordinator, clauses[current].kind == .complement {
        openBeside(at: index, sharesSubject: false)
      } else {
        open(
          .complement, at: index, parent: clauseOfToken[governor - sentence.lowerBound],
          governor: governor)
      }
    } else if tags[before - sentence.lowerBound] == .noun {
      open(.relative, at: index, parent: current, closesAtComma: true)
    }
  }

  /// The verb or noun that takes the "that" at `index`: near before it in its clause.
  private func governor(of index: Int) -> Int? {
    var place = index - 1
    var steps = 0
    while place >= sentence.lowerBound, steps < 8 {
      let tag = tags[place - sentence.lowerBound]
      if tag.isVerb, text.isForm(of: words.clauseVerb, at: place) { return place }
      if place == index - 1, text.isA(words.clauseNoun, at: place) { return place }
      if tag.isFinite, !text.isForm(of: words.clauseVerb, at: place) {
        // "It is true that", "was unclear whether": an adjective's complement.
        return place < index - 1 && index - place <= 4
          && clauseOfToken[place - sentence.lowerBound] == current ? place : nil
      }
      if tag == .relative { return nil }
      if tag == .coordinator, clauses[current].kind == .complement {
        return clauses[current].governor
      }
      place -= 1
      steps += 1
    }
    return nil
  }

  private mutating func subordinator(_ index: Int) {
    if text.isWord(words.whether, at: index) {
      open(.complement, at: index, parent: current, governor: clauses[current].verbs.last)
      return
    }
    guard text.isA(words.subordinator, at: index), opensClause(index) else { return }
    let atHead = index == sentence.lowerBound
    if !atHead, stack[stack.count - 1].closesAtComma, stack[stack.count - 1].closer == .none,
      text.isSign(",", at: index - 1)
    {
      stack.removeLast()
    }
    open(.adverbial, at: index, parent: current, closesAtComma: true)
    _ = atHead
  }

  /// Whether a finite verb follows the conjunction, with a subject between, before anything breaks.
  private func opensClause(_ index: Int) -> Bool {
    let next = index + 1
    guard next < sentence.upperBound else { return false }
    let verb = nextFinite[next - sentence.lowerBound]
    guard verb < sentence.upperBound else { return false }
    if tags[index - sentence.lowerBound] == .subordinator {
      return verb <= nextBreak[next - sentence.lowerBound] || verb - next < 12
    }
    return verb > next && verb < nextBreak[next - sentence.lowerBound]
      && (text.tokens[next].isNumber == false)
  }

  private mutating func coordinator(_ index: Int) {
    guard clauses[current].hasFinite else { return }
    var next = index + 1
    while next < sentence.upperBound, tags[next - sentence.lowerBound] == .adverb { next += 1 }
    guard next < sentence.upperBound else { return }
    let tag = tags[next - sentence.lowerBound]
    if tag.isFinite {
      openBeside(at: index, sharesSubject: true)
      return
    }
    let verb = nextFinite[next - sentence.lowerBound]
    if tag != .relative, verb < nextBreak[next - sentence.lowerBound] {
      openBeside(at: index, sharesSubject: false)
    }
  }

  private mutating func verb(_ index: Int, _ tag: PartOfSpeech) {
    if tag.isFinite { leaveFinishedRelative(at: index) }
    if index == sentence.lowerBound, tag == .gerund || tag == .participle {
      open(.participial, at: index, parent: current, closesAtComma: true)
    }
    clauses[current].verbs.append(index)
    if tag.isFinite {
      clauses[current].hasFinite = true
      openBareComplement(after: index)
    }
  }

  /// "workers who came in 2024 earn": a second finite verb after a relative clause's own ends it.
  private mutating func leaveFinishedRelative(at index: Int) {
    let top = stack[stack.count - 1]
    let clause = clauses[top.clause]
    guard clause.kind == .relative, clause.hasFinite, stack.count > 1, top.closer == .none,
      let last = clause.verbs.last
    else { return }
    // Auxiliaries, modals and the verb they lead to are one.
    let between = (last + 1)..<index
    let leads = tags[last - sentence.lowerBound]
    guard
      between.contains(where: { tags[$0 - sentence.lowerBound] != .adverb })
        || (leads != .auxiliary && leads != .modal)
    else { return }
    stack.removeLast()
  }

  /// "said it had", "says more than 15,000 workers have come": a clause without "that".
  private mutating func openBareComplement(after index: Int) {
    guard text.isForm(of: words.clauseVerb, at: index), clauses[current].kind != .frame else {
      return
    }
    let next = index + 1
    guard next < sentence.upperBound else { return }
    switch tags[next - sentence.lowerBound] {
    case .relative, .subordinator, .infinitiveMark, .coordinator: return
    case .sign:
      let code = text.tokens[next].code
      guard code == 0x24 || code == 0x20AC || code == 0xA3 else { return }
    default: break
    }
    let verb = nextFinite[next - sentence.lowerBound]
    guard verb > next, verb < nextBreak[next - sentence.lowerBound] else { return }
    open(.complement, at: next, parent: current, governor: index)
  }
}
