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

  /// From the first to the last token of speaker and cue.
  var extent: Range<Int> {
    guard let span = speaker?.span else { return cue }
    return min(span.lowerBound, cue.lowerBound)..<max(span.upperBound, cue.upperBound)
  }
}
