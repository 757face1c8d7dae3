import Language
import Model

/// A name found in a text, and what has been made out of it so far.
struct NameSite {
  enum State {
    /// Several things, or nothing, may be meant.
    case open

    /// Which of the name's senses is meant.
    case settled(NameIndex.Sense)

    /// It is left open for good: why, for people.
    case held(String)
  }

  let match: NameIndex.Match

  /// The name as its table has it.
  let name: String
  let senses: [NameIndex.Sense]
  let sentence: Int
  let style: LineStyle
  var state = State.open

  var tokens: Range<Int> { match.tokens }

  var settled: NameIndex.Sense? {
    if case .settled(let sense) = state { sense } else { nil }
  }
}

/// How a sentence uses capitals.
enum LineStyle {
  case running

  /// Each Word of Weight Has One, as in headlines.
  case title
  case capitals

  /// Reads it off the words of a sentence.
  ///
  /// The first word says nothing, and small words stay small in a headline; one ordinary word in
  /// small letters, or a point at the end, makes it running text.
  init(_ sentence: Range<Int>, of text: TokenizedText, _ words: EntityWords) {
    var long = 0
    var capitals = 0
    var capitalized = 0
    var small = 0
    for index in sentence {
      let token = text.tokens[index]
      guard token.kind == .word, token.length > 1 else { continue }
      long += 1
      if token.flags.contains(.capitals) { capitals += 1 }
      if index == sentence.lowerBound || token.length < 4 { continue }
      if token.isCapitalized {
        capitalized += 1
      } else if !text.isAny(words.smallInTitles, at: index) {
        small += 1
      }
    }
    if long > 1, capitals * 4 >= long * 3 {
      self = .capitals
    } else if capitalized > 1, small == 0, !text.isSign(".", at: sentence.upperBound - 1) {
      self = .title
    } else {
      self = .running
    }
  }
}
