/// An attribution as the words of one sentence give it, its speaker not yet resolved.
struct AttributionFrame: Sendable {
  var kind: Attribution.Kind

  /// `nil` for hearsay.
  var speaker: SpeakerPhrase?
  var cue: Range<Int>

  /// What it governs of its sentence; empty where the verb speaks only beside a quotation.
  var content: [Range<Int>]

  /// Whether the speaker only wrote down what was counted: "the agency" is somebody else.
  var isRecord = false

  /// The carrier in "X, citing Y".
  var carrier: SpeakerPhrase?

  /// From the first to the last token of speaker and cue, an office before the name included.
  var extent: Range<Int> {
    guard let speaker else { return cue }
    let start = min((speaker.office ?? speaker.span).lowerBound, speaker.span.lowerBound)
    return min(start, cue.lowerBound)..<max(speaker.span.upperBound, cue.upperBound)
  }
}
