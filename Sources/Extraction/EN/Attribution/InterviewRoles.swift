import Language

/// Who asks and who answers where the turns of an interview are labelled "Q" and "A", or by initials:
/// the persons that the headline and the introduction name.
struct InterviewRoles {
  enum Role: String { case asks, answers }

  private struct Person {
    var name: String
    var initials: String
    var role: Role?
  }

  private let words: AttributionWords
  private var persons: [Person] = []

  /// Reads the headline, and the tokens of the text before its first turn.
  init(
    title: String?, text: TokenizedText, introduction: Range<Int>, words: AttributionWords
  ) {
    self.words = words
    add(from: text, introduction)
    if let title {
      let headline = TokenizedText(title, lexicon: text.lexicon)
      add(from: headline, headline.tokens.indices)
    }
  }

  /// The name for a label that says a role or gives initials; `nil` where nobody is named who fits,
  /// or more than one.
  func name(for label: String, role: Role?) -> String? {
    if let role {
      let named = persons.filter { $0.role == role }
      if let first = named.first { return first.name }
      let others = persons.filter { $0.role == nil }
      return role == .answers && others.count == 1 ? others.first?.name : nil
    }
    let initials = label.filter(\.isLetter)
    let fitting = persons.filter { $0.initials == initials }
    return fitting.count == 1 ? fitting.first?.name : nil
  }

  /// Adds the runs of two to four capitalized words that name no institution and no time.
  private mutating func add(from text: TokenizedText, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, isNamePart(text, index, from: start) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      let first = (start..<index).first {
        !text.isA(words.honorific, at: $0) && !text.isA(words.speakerNoun, at: $0)
      }
      guard let first, (2...4).contains(index - first) else { continue }
      let parts = (first..<index).filter { text.tokens[$0].isWord }
      let name = text.string(first..<index)
      guard parts.count > 1, !persons.contains(where: { $0.name == name }) else { continue }
      persons.append(
        Person(
          name: name,
          initials: parts.compactMap { text.string(text.tokens[$0]).first }
            .map(String.init).joined(),
          role: role(of: start..<index, in: text)))
    }
  }

  private func isNamePart(_ text: TokenizedText, _ index: Int, from start: Int) -> Bool {
    let token = text.tokens[index]
    if token.isDash { return index > start && token.isJoined }
    guard token.isWord, token.isCapitalized, !text.isA(words.timeNoun, at: index) else {
      return false
    }
    // At the head of a sentence a word of the language is mostly no name.
    let opens = text.sentences[text.sentence(of: index)].lowerBound == index
    return !(opens && (token.code >= 0 && !text.isA(words.honorific, at: index)))
  }

  /// Who asks: "by Anna Reut", "our reporter Anna Reut", "Anna Reut spoke to"; and who answers: "spoke
  /// to Viktor Lapin", "Viktor Lapin, who runs", "director Viktor Lapin".
  private func role(of name: Range<Int>, in text: TokenizedText) -> Role? {
    let before = name.lowerBound - 1
    let behind = name.upperBound
    if text.isWord(words.by, at: before) || text.isA(words.interviewer, at: before)
      || text.isA(words.interviewVerb, at: behind)
    {
      return .asks
    }
    let isOffice = text.isA(words.speakerNoun, at: before)
    let isTold =
      text.isSign(",", at: behind)
      && (text.isA(words.relative, at: behind + 1) || text.isA(words.article, at: behind + 1)
        || text.isA(words.speakerNoun, at: behind + 1)
        || text.tokens.indices.contains(behind + 1) && text.tokens[behind + 1].isNumber)
    let isAsked =
      text.isA(words.interviewVerb, at: before)
      || text.isA(words.preposition, at: before)
        && (text.isA(words.interviewVerb, at: before - 1)
          || text.isA(words.interview, at: before - 1))
    return isOffice || isTold || isAsked ? .answers : nil
  }
}
