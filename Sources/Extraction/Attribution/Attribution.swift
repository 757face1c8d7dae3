/// Who says what a part of a text states.
struct Attribution: Sendable, Hashable {
  /// By which form of words the speaker is named.
  enum Kind: Sendable {
    /// "X said that …", "…, said X".
    case speech

    /// "According to X, …", "in X's assessment".
    case source

    /// "X's estimate of …", "estimates reaching …".
    case noun

    /// Direct speech that an introduction, not a verb, gives to its speaker: "X: '…'".
    case quotation

    /// A turn of a transcript.
    case turn

    /// "Reportedly", "is believed to": nobody is named.
    case hearsay
  }

  var kind: Kind

  /// The name as the text has it, without apposition; `nil` for hearsay.
  ///
  /// For a pronoun or a short form, what it stands for.
  var speaker: String?

  /// The tokens that name the speaker beside the content, be it a pronoun; `nil` for hearsay.
  var mention: Range<Int>?

  /// The words that attribute: the verb, "according to".
  var cue: Range<Int>

  /// The tokens that are governed, in order.
  var content: [Range<Int>]

  /// Who passes it on: "X, citing Y" has speaker Y and via X.
  var via: [String] = []

  /// The speaker's entity, where a gazetteer's name covers the head of the speaker's name.
  var speakerID: String?

  /// Whether the words leave it open who said it.
  var isHearsay: Bool { kind == .hearsay }
}
