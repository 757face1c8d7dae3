import Language

/// Goes through the sentences and gathers their frames, in the order of their cues.
struct FrameFinder {
  private let phrases: SpeakerPhrases
  private let verbs: ReportingVerbs
  private let sources: NamedSources

  /// Direct speech and turns, in order, apart.
  private let speech: [Range<Int>]

  init(phrases: SpeakerPhrases, mentions: MentionIndex, speech: [Range<Int>]) {
    self.phrases = phrases
    self.speech = speech
    verbs = ReportingVerbs(phrases: phrases, mentions: mentions)
    sources = NamedSources(phrases: phrases, mentions: mentions)
  }

  func frames() -> [AttributionFrame] {
    var frames: [AttributionFrame] = []
    var next = 0
    let text = phrases.text
    let words = phrases.words
    for sentence in text.sentences {
      let first = frames.count
      var last: AttributionFrame?
      var cites = false
      var index = words.nextCue(in: text.tokens, from: sentence.lowerBound, to: sentence.upperBound)
      while index < sentence.upperBound {
        defer {
          index = words.nextCue(in: text.tokens, from: index + 1, to: sentence.upperBound)
        }
        if phrases.isA(words.citing, index) { cites = true }
        while next < speech.count, speech[next].upperBound <= index { next += 1 }
        guard
          let frame = sources.frame(at: index, in: sentence)
            ?? verbs.frame(at: index, in: sentence, last: last)
        else { continue }
        if next < speech.count, speech[next].contains(index) {
          if let inner = within(speech[next], frame) { frames.append(inner) }
        } else {
          frames.append(frame)
          last = frame
        }
      }
      dropReadings(from: first, of: &frames)
      if cites, let origin = sources.cited(in: sentence) {
        attribute(frames.indices.suffix(from: first), of: &frames, to: origin)
      }
    }
    return frames
  }

  /// "An ecologist said that the counts suggest": of what somebody reads in data he is the speaker.
  private func dropReadings(from first: Int, of frames: inout [AttributionFrame]) {
    let readers = frames[first...].filter { $0.kind == .speech && $0.speaker?.kind == .person }
    guard !readers.isEmpty else { return }
    var index = frames.count - 1
    while index >= first {
      let frame = frames[index]
      if let data = frame.speaker, data.kind == .data, frame.kind == .speech, frame.carrier == nil,
        readers.contains(where: { reader in
          reader.content.contains { $0.contains(data.span.lowerBound) && $0.contains(data.head) }
        })
      {
        frames.remove(at: index)
      }
      index -= 1
    }
  }

  /// A frame inside direct speech governs no more than that; "he said" there is left alone, since
  /// its antecedent is the quoted speaker's.
  private func within(_ speech: Range<Int>, _ frame: AttributionFrame) -> AttributionFrame? {
    if let speaker = frame.speaker {
      guard speaker.kind != .pronoun, speech.lowerBound <= speaker.span.lowerBound,
        speaker.span.upperBound <= speech.upperBound
      else { return nil }
    }
    var frame = frame
    frame.content = frame.content.compactMap {
      let inner = $0.clamped(to: speech)
      return inner.isEmpty ? nil : inner
    }
    return frame
  }

  /// "X said, citing Y": Y is the speaker of the nearest frame before, else of the first behind.
  private func attribute(
    _ indices: Range<Int>, of frames: inout [AttributionFrame], to origin: NamedSources.Origin
  ) {
    let spoken = indices.filter { frames[$0].speaker != nil && frames[$0].carrier == nil }
    guard
      let index = spoken.last(where: { frames[$0].cue.upperBound <= origin.cue })
        ?? spoken.first(where: { frames[$0].cue.lowerBound > origin.cue })
    else { return }
    frames[index].carrier = frames[index].speaker
    frames[index].speaker = origin.speaker
    frames[index].content = frames[index].content.flatMap { content in
      [
        content.lowerBound..<max(content.lowerBound, min(content.upperBound, origin.cue)),
        min(
          max(content.lowerBound, origin.speaker.span.upperBound), content.upperBound)..<content
          .upperBound,
      ].filter { !$0.isEmpty }
    }
  }
}
