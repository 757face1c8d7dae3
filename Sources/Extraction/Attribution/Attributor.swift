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
  ///   - mentions: the entities found in it.
  /// - Returns: who says what, to be asked token by token.
  func attributions(in text: TokenizedText, mentions: [Mention]) -> Attributions {
    let index = MentionIndex(mentions, in: text)
    let phrases = SpeakerPhrases(text: text, words: words)
    let quotations = QuotationFinder.quotations(in: text)
    let frames = FrameFinder(phrases: phrases, mentions: index, quotations: quotations).frames()
    var antecedents = Antecedents(phrases: phrases, mentions: index)
    let paragraphs = Paragraphs(text)
    let resolved = frames.map { frame in
      attribution(of: frame, paragraphs: paragraphs, antecedents: &antecedents)
    }
    let linker = QuotationLinker(
      phrases: phrases, mentions: index, paragraphs: paragraphs, frames: frames,
      attributions: resolved)
    let speech = linker.attributions(of: quotations)
    return Attributions(
      resolved + speech, quotes: quotations.filter(\.isSpeech).map(\.inner),
      tokenCount: text.tokens.count)
  }

  private func attribution(
    of frame: AttributionFrame, paragraphs: Paragraphs, antecedents: inout Antecedents
  ) -> Attribution {
    guard let speaker = frame.speaker else {
      return Attribution(kind: frame.kind, cue: frame.cue, content: frame.content)
    }
    let named = antecedents.resolve(
      speaker, paragraph: paragraphs.paragraph(of: frame.cue.lowerBound))
    return Attribution(
      kind: frame.kind, speaker: named.name, mention: speaker.span, cue: frame.cue,
      content: frame.content, speakerID: named.entity)
  }
}
