import Language
import Model

/// Finds who says what in a text.
struct Attributor: Sendable {
  private let words: AttributionWords

  init(lexicon: Lexicon) { words = AttributionWords(lexicon) }

  /// The attributions of a text and its direct speech.
  ///
  /// - Parameters:
  ///   - text: cut with the lexicon that the attributor was made with.
  ///   - title: the headline, which may name those who speak.
  ///   - mentions: the entities found in it.
  /// - Returns: who says what, to be asked token by token.
  func attributions(
    in text: TokenizedText, title: String?, mentions: [Mention]
  ) -> Attributions {
    let index = MentionIndex(mentions, in: text)
    let phrases = SpeakerPhrases(text: text, words: words)
    let turns = TranscriptFinder.turns(in: text, title: title, words: words)
    let quotations = QuotationFinder.quotations(in: text)
    let speech = Self.merged(turns.map(\.content), quotations.filter(\.isSpeech).map(\.inner))
    let frames = FrameFinder(phrases: phrases, mentions: index, speech: speech).frames()
    var antecedents = Antecedents(phrases: phrases, mentions: index)
    let paragraphs = Paragraphs(text)
    let resolved = frames.map { frame in
      attribution(of: frame, antecedents: &antecedents)
    }
    let linker = QuotationLinker(
      phrases: phrases, mentions: index, paragraphs: paragraphs, frames: frames,
      attributions: resolved, turns: turns)
    return Attributions(
      resolved + linker.attributions(of: quotations) + turns.map { attribution(of: $0, in: text) },
      quotes: speech, tokenCount: text.tokens.count)
  }

  /// The turns, and the quotations outside them, in order.
  private static func merged(_ turns: [Range<Int>], _ quotations: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    var next = 0
    for quotation in quotations {
      while next < turns.count, turns[next].lowerBound <= quotation.lowerBound {
        merged.append(turns[next])
        next += 1
      }
      if let last = merged.last, last.upperBound > quotation.lowerBound { continue }
      merged.append(quotation)
    }
    return merged + turns[next...]
  }

  private func attribution(of turn: TranscriptTurn, in text: TokenizedText) -> Attribution {
    Attribution(
      kind: .turn, speaker: turn.name, mention: turn.label,
      cue: turn.label.upperBound..<turn.label.upperBound + 1, content: [turn.content])
  }

  private func attribution(
    of frame: AttributionFrame, antecedents: inout Antecedents
  ) -> Attribution {
    guard let speaker = frame.speaker else {
      return Attribution(kind: frame.kind, cue: frame.cue, content: frame.content)
    }
    let named = antecedents.resolve(speaker, remembering: !frame.isRecord)
    return Attribution(
      kind: frame.kind, speaker: named.name, mention: speaker.span, cue: frame.cue,
      content: frame.content, via: frame.carrier.map { [antecedents.name(of: $0)] } ?? [],
      speakerID: named.entity)
  }
}
