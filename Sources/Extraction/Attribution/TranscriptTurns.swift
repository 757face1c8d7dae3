import Language

/// A turn of a transcript: "CASTELLAN: …" and the paragraphs up to the next one.
struct TranscriptTurn: Sendable {
  /// The speaker's name in the label, without office or bracket.
  var label: Range<Int>

  /// The fullest name of the same speaker that is known; `nil` where the label says only who asks and
  /// who answers, and nothing says who these are.
  var name: String?

  /// What is said.
  var content: Range<Int>
}

/// Finds the turns of a transcript by the labels at the heads of its lines.
struct TranscriptFinder {
  private struct Label {
    var name: Range<Int>

    /// The sign behind it.
    var colon: Int
  }

  private let text: TokenizedText
  private let title: String?
  private let words: AttributionWords

  /// The turns of a text; its headline may name those who speak.
  static func turns(
    in text: TokenizedText, title: String?, words: AttributionWords
  ) -> [TranscriptTurn] {
    TranscriptFinder(text: text, title: title, words: words).turns()
  }

  private func turns() -> [TranscriptTurn] {
    let labels = text.tokens.indices.compactMap {
      text.tokens[$0].flags.contains(.opensLine) ? label(at: $0) : nil
    }
    guard labels.count > 2 else { return [] }
    var uses: [String: Int] = [:]
    var fullest: [String: Range<Int>] = [:]
    for label in labels {
      let key = key(label)
      uses[key, default: 0] += 1
      if label.name.count > fullest[key]?.count ?? 0 { fullest[key] = label.name }
    }
    // A dialogue has two who speak, and one of them again; "Note:" and "Source:" do not come back.
    let speaking = labels.filter { uses[key($0), default: 0] > 1 || isCapitals($0) }
    guard Set(speaking.map(key)).count > 1, uses.values.contains(where: { $0 > 1 }) else {
      return []
    }
    let roles = InterviewRoles(
      title: title, text: text, introduction: 0..<(labels.first?.name.lowerBound ?? 0),
      words: words)
    let turns = speaking.indices.map { index in
      let label = speaking[index]
      let isLast = index + 1 == speaking.count
      let end = isLast ? paragraphEnd(after: label.colon) : speaking[index + 1].name.lowerBound
      return TranscriptTurn(
        label: label.name, name: name(of: label, fullest[key(label)], roles),
        content: label.colon + 1..<max(label.colon + 1, end))
    }
    // People speak in sentences; a list of dates and places does not.
    let sentences = turns.filter { endsLikeSentence($0.content) }.count
    return sentences * 3 >= turns.count * 2 ? turns : []
  }

  private func name(
    of label: Label, _ fullest: Range<Int>?, _ roles: InterviewRoles
  ) -> String? {
    let written = text.string(fullest ?? label.name)
    let value = label.name.count == 1 ? text.value(words.turnLabel, at: label.name.lowerBound) : nil
    if let role = value.flatMap(InterviewRoles.Role.init) {
      return roles.name(for: written, role: role)
    }
    let isInitials = label.name.allSatisfy {
      text.tokens[$0].length == 1 || !text.tokens[$0].isWord
    }
    return isInitials ? roles.name(for: written, role: nil) : written
  }

  private func endsLikeSentence(_ content: Range<Int>) -> Bool {
    guard let last = content.last else { return false }
    let token = text.tokens[last]
    return ["." as Unicode.Scalar, "?", "!", "\u{2026}", ")", "]"].contains(where: token.isSign)
      || token.flags.contains(.closesQuote) || token.isLongDash
  }

  private func label(at start: Int) -> Label? {
    var end = start
    while end < text.tokens.count, end - start < 6, isNamePart(end, start: start) { end += 1 }
    guard end > start else { return nil }
    var colon = end
    while colon < text.tokens.count, colon - end < 8, !text.isSign(":", at: colon) {
      guard !text.tokens[colon].flags.contains(.opensLine), !text.isSign(".", at: colon) else {
        return nil
      }
      colon += 1
    }
    let isBare = colon == end || text.isSign(",", at: end) || text.isSign("(", at: end)
    guard isBare, text.isSign(":", at: colon), colon + 1 < text.tokens.count,
      !text.tokens[colon + 1].isJoined || text.tokens[colon + 1].flags.contains(.opensQuote),
      !text.tokens[colon + 1].flags.contains(.opensLine)
    else { return nil }
    return Label(name: start..<end, colon: colon)
  }

  private func isNamePart(_ index: Int, start: Int) -> Bool {
    let token = text.tokens[index]
    if index > start, token.flags.contains(.opensLine) { return false }
    if token.isWord { return token.isCapitalized || token.isJoined }
    return index > start && token.isJoined && (token.isSign(".") || token.isDash)
  }

  /// The last word of the name, which later turns keep; of initials all.
  private func key(_ label: Label) -> String {
    guard let last = label.name.last(where: { text.tokens[$0].isWord }) else { return "" }
    return text.tokens[last].length > 1
      ? text.folded(text.tokens[last]) : text.string(label.name)
  }

  private func isCapitals(_ label: Label) -> Bool {
    label.name.allSatisfy {
      !text.tokens[$0].isWord || text.tokens[$0].flags.contains(.capitals)
        || text.isA(words.honorific, at: $0)
    }
  }

  private func paragraphEnd(after start: Int) -> Int {
    var end = start + 1
    while end < text.tokens.count, !text.tokens[end].flags.contains(.opensParagraph) { end += 1 }
    return end
  }
}
