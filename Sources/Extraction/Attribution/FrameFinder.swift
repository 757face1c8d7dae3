import Language

/// Goes through the sentences and gathers their frames, in the order of their cues.
struct FrameFinder {
  private let phrases: SpeakerPhrases
  private let verbs: ReportingVerbs
  private let sources: NamedSources
  private let quotations: [Quotation]

  init(phrases: SpeakerPhrases, mentions: MentionIndex, quotations: [Quotation]) {
    self.phrases = phrases
    self.quotations = quotations
    verbs = ReportingVerbs(phrases: phrases, mentions: mentions)
    sources = NamedSources(phrases: phrases, mentions: mentions)
  }

  func frames() -> [AttributionFrame] {
    var frames: [AttributionFrame] = []
    var quotation = 0
    for sentence in phrases.text.sentences {
      var last: AttributionFrame?
      for index in sentence {
        while quotation < quotations.count, quotations[quotation].inner.upperBound <= index {
          quotation += 1
        }
        guard
          let frame = sources.frame(at: index, in: sentence)
            ?? verbs.frame(at: index, in: sentence, last: last)
        else { continue }
        let quoted = quotation < quotations.count ? quotations[quotation].inner : nil
        if let quoted, quoted.contains(index) {
          guard let inner = within(quoted, frame) else { continue }
          frames.append(inner)
        } else {
          frames.append(frame)
          last = frame
        }
      }
    }
    return frames
  }

  /// A frame inside direct speech governs no more than that; "he said" there is left alone, since
  /// its antecedent is the quoted speaker's.
  private func within(_ quotation: Range<Int>, _ frame: AttributionFrame) -> AttributionFrame? {
    if let speaker = frame.speaker {
      guard speaker.kind != .pronoun, quotation.lowerBound <= speaker.span.lowerBound,
        speaker.span.upperBound <= quotation.upperBound
      else { return nil }
    }
    var frame = frame
    frame.content = frame.content.compactMap {
      let inner = $0.clamped(to: quotation)
      return inner.isEmpty ? nil : inner
    }
    return frame
  }
}
