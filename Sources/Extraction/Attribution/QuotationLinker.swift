import Language

/// Gives direct speech to its speakers.
struct QuotationLinker {
  let phrases: SpeakerPhrases
  let mentions: MentionIndex
  let paragraphs: Paragraphs

  /// In the order of their cues, with the attribution of each.
  let frames: [AttributionFrame]
  let attributions: [Attribution]

  /// Whoever has the turn speaks what is quoted in it.
  let turns: [TranscriptTurn]

  private var text: TokenizedText { phrases.text }

  func attributions(of quotations: [Quotation]) -> [Attribution] {
    var result: [Attribution] = []
    var last: Linked?
    var pending: [Quotation] = []
    var next = 0
    var turn = 0
    for quotation in quotations where quotation.isSpeech {
      while turn < turns.count, turns[turn].content.upperBound <= quotation.inner.lowerBound {
        turn += 1
      }
      if turn < turns.count, turns[turn].content.contains(quotation.inner.lowerBound) { continue }
      while next < frames.count, frames[next].cue.lowerBound < quotation.outer.lowerBound {
        next += 1
      }
      var behind = next
      while behind < frames.count, frames[behind].cue.lowerBound < quotation.outer.upperBound {
        behind += 1
      }
      let found =
        (quotation.continues ? last?.attribution : nil)
        ?? speaker(of: quotation, before: next, behind: behind, last: last)
      if !quotation.continues { pending = [] }
      guard var attribution = found else {
        pending.append(quotation)
        last = nil
        continue
      }
      // Paragraphs of one speech that came before the words that name the speaker.
      for quotation in pending + [quotation] {
        attribution.content = [quotation.inner]
        result.append(attribution)
      }
      pending = []
      last = Linked(attribution: attribution, end: quotation.outer.upperBound)
    }
    return result
  }

  /// A quotation's attribution, and where the quotation ended.
  private struct Linked {
    var attribution: Attribution
    var end: Int
  }

  private func speaker(
    of quotation: Quotation, before: Int, behind: Int, last: Linked?
  ) -> Attribution? {
    if let index = following(quotation, from: behind, strict: true) { return attributions[index] }
    if let index = introducing(quotation, before: before) { return attributions[index] }
    if let found = colon(before: quotation) { return found }
    if isFragment(quotation) { return nil }
    let paragraph = paragraphs.paragraph(of: quotation.outer.lowerBound)
    if let index = nearest(before: before, in: paragraph) { return attributions[index] }
    if let index = following(quotation, from: behind, strict: false) { return attributions[index] }
    if let index = nearest(from: behind, in: paragraph) { return attributions[index] }
    return carried(last, to: quotation, paragraph: paragraph)
  }

  /// Some words of a sentence that says nothing of who uses them: he need not be the next one who speaks.
  private func isFragment(_ quotation: Quotation) -> Bool {
    let first = quotation.inner.lowerBound
    return !text.tokens[first].isCapitalized && text.tokens[first].kind == .word
      && text.sentences[text.sentence(of: first)].lowerBound < quotation.outer.lowerBound
      && !text.isSign(",", at: quotation.inner.upperBound - 1)
      && !text.isSign(".", at: quotation.inner.upperBound - 1)
  }

  /// A paragraph that opens with direct speech and names nobody goes on with that of the paragraph
  /// before.
  private func carried(_ last: Linked?, to quotation: Quotation, paragraph: Int) -> Attribution? {
    guard let last, paragraphs.starts[max(0, paragraph)] == quotation.outer.lowerBound,
      paragraphs.paragraph(of: last.end - 1) == paragraph - 1
    else { return nil }
    return last.attribution
  }

  /// "…," X said; "…," said X.
  ///
  /// Strictly, the quotation does not end its sentence with a point.
  private func following(_ quotation: Quotation, from index: Int, strict: Bool) -> Int? {
    guard index < frames.count, frames[index].speaker != nil else { return nil }
    var start = quotation.outer.upperBound
    guard start < text.tokens.count, !text.tokens[start].flags.contains(.opensParagraph),
      !strict || !text.isSign(".", at: quotation.inner.upperBound - 1)
    else { return nil }
    if phrases.isComma(start) { start += 1 }
    return frames[index].extent.lowerBound <= start + 1 ? index : nil
  }

  /// X said: "…".
  private func introducing(_ quotation: Quotation, before index: Int) -> Int? {
    guard index > 0 else { return nil }
    let frame = frames[index - 1]
    let open = quotation.outer.lowerBound
    guard frame.speaker != nil, open - frame.extent.upperBound <= 12,
      text.sentence(of: frame.cue.lowerBound) == text.sentence(of: open)
    else { return nil }
    return index - 1
  }

  /// X: "…", where no verb stands.
  private func colon(before quotation: Quotation) -> Attribution? {
    let colon = quotation.outer.lowerBound - 1
    guard text.isSign(":", at: colon), !text.tokens[colon + 1].flags.contains(.opensParagraph)
    else { return nil }
    let sentence = text.sentences[text.sentence(of: colon)]
    guard let phrase = phrases.phrase(before: beforeBracket(colon), limit: sentence.lowerBound),
      let speaker = phrases.classified(phrase, mentions: mentions),
      speaker.kind == .person || speaker.kind == .institution || speaker.kind == .name
    else { return nil }
    return Attribution(
      kind: .quotation, speaker: text.string(speaker.base), mention: speaker.span,
      cue: colon..<colon + 1, content: [], speakerID: mentions.entity(of: speaker))
  }

  private func beforeBracket(_ end: Int) -> Int {
    guard text.isSign(")", at: end - 1) else { return end }
    return (max(0, end - 12)..<end).last { text.isSign("(", at: $0) } ?? end
  }

  private func nearest(before index: Int, in paragraph: Int) -> Int? {
    var index = index - 1
    let limit = index - 12
    while index >= 0, index > limit,
      paragraphs.paragraph(of: frames[index].cue.lowerBound) == paragraph
    {
      if frames[index].speaker != nil, frames[index].kind == .speech { return index }
      index -= 1
    }
    return nil
  }

  private func nearest(from index: Int, in paragraph: Int) -> Int? {
    var index = index
    let limit = index + 12
    while index < frames.count, index < limit,
      paragraphs.paragraph(of: frames[index].cue.lowerBound) == paragraph
    {
      if frames[index].speaker != nil, frames[index].kind == .speech { return index }
      index += 1
    }
    return nil
  }
}
