import Language

/// One pass over one sentence, with the clauses that are open on a stack.
struct ClauseScan {
  let sentence: Range<Int>
  let text: TokenizedText
  let tags: [PartOfSpeech]
  let words: ClauseFinder.Words
  var clauses: [Clause] = []
  var stack: [Open] = []
  var clauseOfToken: [Int] = []

  /// For each token, the next finite verb at or behind it, and the next sign or word that may end a clause.
  var nextFinite: [Int] = []
  var nextBreak: [Int] = []

  struct Open {
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
    case .coordinator: return !endsBetween(index)
    case .relative: return true
    case .sign:
      switch text.tokens[index].code {
      case 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x2E, 0x3F, 0x21: return true
      default: return text.tokens[index].isLongDash || isQuote(index)
      }
    default: return false
    }
  }

  /// "Flights between Khabarovsk and Magadan rose": no conjunction of clauses.
  func endsBetween(_ index: Int) -> Bool {
    guard text.isWord(words.and, at: index) else { return false }
    var place = index - 1
    while place >= sentence.lowerBound, index - place <= 8 {
      if text.isWord(words.between, at: place) { return true }
      guard [.noun, .determiner, .participle, .number].contains(tags[place - sentence.lowerBound])
      else { return false }
      place -= 1
    }
    return false
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

  var current: Int { stack[stack.count - 1].clause }

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

  mutating func open(
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
  mutating func openBeside(at index: Int, sharesSubject: Bool) {
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
      if token.isLongDash, !isRangeDash(index), !isHyphen(index) {
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

  /// "Blagoveshchensk–Heihe": no space on either side.
  private func isHyphen(_ index: Int) -> Bool {
    text.tokens[index].isJoined && index + 1 < sentence.upperBound
      && text.tokens[index + 1].isJoined && text.tokens[index].code != 0x2014
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
    if closesFront(index) {
      if index + 1 < sentence.upperBound, isInserted(index + 1) {
        open(.frame, at: index + 1, parent: nil, closesAtComma: true)
      }
      return
    }
    if closesOpening() { return }
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
    } else if tag == .gerund
      || (tag == .participle && (clauses[current].hasFinite || endsAtComma(next)))
    {
      open(.participial, at: next, parent: current, closesAtComma: true)
    } else if clauses[current].hasFinite, opensSentence(next) {
      openBeside(at: next, sharesSubject: false)
    }
  }

  /// "The plant, built in 1974, employs": set off by commas before the clause's own verb.
  private func endsAtComma(_ index: Int) -> Bool {
    (index..<nextFinite[index - sentence.lowerBound]).contains { text.isSign(",", at: $0) }
      && nextFinite[index - sentence.lowerBound] < sentence.upperBound
  }

  /// "Prices did not rise, they fell", "there were 900, today there are 1,600": a pronoun and its
  /// verb, an adverb or a word of time before them at most.
  private func opensSentence(_ index: Int) -> Bool {
    var place = index
    if tags[place - sentence.lowerBound] == .adverb || text.isA(words.deictic, at: place) {
      place += 1
    }
    guard place + 1 < sentence.upperBound else { return false }
    // "IrAero flies four times a week, S7 will start in July".
    if text.tokens[place].isCapitalized, tags[place + 1 - sentence.lowerBound] == .modal {
      return true
    }
    guard text.isA(words.subjectPronoun, at: place) else { return false }
    return nextFinite[place - sentence.lowerBound] == place + 1
  }

  /// "Despite warnings that it could fail, the airline carried": a phrase with a preposition before
  /// the main clause ends at its comma, and the clauses in it do.
  private mutating func closesOpening() -> Bool {
    guard stack.count > 1, tags.first == .preposition, !clauses[0].hasFinite,
      clauses[current].hasFinite, !stack.contains(where: { $0.closer != .none })
    else { return false }
    stack.removeSubrange(1...)
    return true
  }

  /// A comma that ends an adverbial clause at the head of the sentence: what follows is the main clause.
  private mutating func closesFront(_ index: Int) -> Bool {
    let front = stack.lastIndex { open in
      let clause = clauses[open.clause]
      return (clause.kind == .adverbial || clause.kind == .participial) && open.closesAtComma
        && clause.start == sentence.lowerBound
    }
    guard let front, front > 0, stack[front...].allSatisfy({ $0.closer == .none }) else {
      return false
    }
    stack.removeSubrange(front...)
    return true
  }

  /// "If nothing changes, the mayor said on Thursday, two will close": a frame before its main clause.
  private func isInserted(_ index: Int) -> Bool {
    let verb = nextFinite[index - sentence.lowerBound]
    guard verb < sentence.upperBound, text.isForm(of: words.clauseVerb, at: verb),
      nextBreak[index - sentence.lowerBound] > verb,
      let comma = (verb..<sentence.upperBound).first(where: { text.isSign(",", at: $0) }),
      nextBreak[verb - sentence.lowerBound] == comma
    else { return false }
    let main = nextFinite[comma - sentence.lowerBound]
    return main < sentence.upperBound && nextFinite[verb + 1 - sentence.lowerBound] == main
  }

  /// Whether ", the ministry said" or ", said the ministry" begins here, after a finished clause.
  private func opensFrame(_ index: Int) -> Bool {
    let verb = nextFinite[index - sentence.lowerBound]
    guard verb < sentence.upperBound, text.isForm(of: words.clauseVerb, at: verb) else {
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
}
