/// A phrase of the text that can speak.
struct SpeakerPhrase: Sendable {
  enum Kind: Sendable {
    case person, institution, data

    /// A capitalized name of which the text does not say what it names.
    case name

    /// "He", "it", "they".
    case pronoun

    /// A common noun that no list has.
    case other
  }

  /// The phrase with its determiner and the prepositional phrases behind it.
  var span: Range<Int>

  /// The phrase up to its first preposition; its last token is the head.
  var base: Range<Int>
  var kind: Kind
  var isPlural: Bool

  /// Where the office stands that a name is set to: "the deputy minister" of ", Pavel Orlov,".
  var office: Range<Int>?

  var head: Int { base.upperBound - 1 }
}
