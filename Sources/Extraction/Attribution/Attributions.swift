/// The attributions of a text, to be asked token by token.
struct Attributions: Sendable {
  /// In the order of their cues.
  let list: [Attribution]

  /// Direct speech without its marks, and the turns of a transcript; in order, apart.
  let quotes: [Range<Int>]

  /// For each token the index in `list` of the speaker's attribution and of the hearsay, or -1.
  private let spoken: [Int32]
  private let hearsay: [Int32]

  /// For each token the index of the outermost attribution by a verb, or -1.
  private let wholly: [Int32]

  /// For each token, whether it names a speaker.
  private let isSpeaker: [Bool]

  /// A content that two attributions govern belongs to the shorter one: the inner one.
  init(_ list: [Attribution], quotes: [Range<Int>], tokenCount: Int) {
    self.list = list
    self.quotes = quotes
    var spoken = [Int32](repeating: -1, count: tokenCount)
    var hearsay = spoken
    var wholly = spoken
    let sizes = list.map { $0.content.reduce(0) { $0 + $1.count } }
    let order = list.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    for index in order {
      for range in list[index].content {
        for token in range.clamped(to: 0..<tokenCount) {
          if list[index].isHearsay {
            hearsay[token] = Int32(index)
          } else {
            spoken[token] = Int32(index)
            if wholly[token] < 0, list[index].kind == .speech { wholly[token] = Int32(index) }
          }
        }
      }
    }
    var isSpeaker = [Bool](repeating: false, count: tokenCount)
    for token in list.compactMap(\.mention).joined() where token < tokenCount {
      isSpeaker[token] = true
    }
    self.isSpeaker = isSpeaker
    self.spoken = spoken
    self.wholly = wholly
    self.hearsay = hearsay
  }

  /// The innermost attribution that governs the token, one with a speaker before hearsay.
  func attribution(at token: Int) -> Attribution? {
    guard spoken.indices.contains(token) else { return nil }
    let index = spoken[token] >= 0 ? spoken[token] : hearsay[token]
    return index >= 0 ? list[Int(index)] : nil
  }

  /// Whether one attribution governs both tokens, as that of "expected sales to 'reach 40' by 2028" does
  /// besides the one of the words in quotation marks.
  func governsBoth(_ one: Int, _ other: Int) -> Bool {
    guard wholly.indices.contains(one), wholly.indices.contains(other) else { return false }
    return wholly[one] >= 0 && wholly[one] == wholly[other]
  }

  /// Whether a token is part of a speaker's name: "three people familiar with the matter".
  func namesSpeaker(_ token: Int) -> Bool {
    isSpeaker.indices.contains(token) && isSpeaker[token]
  }

  /// Whether words like "reportedly" govern the token, be there a speaker or not.
  func isHearsay(_ token: Int) -> Bool {
    hearsay.indices.contains(token) && hearsay[token] >= 0
  }

  /// Whether the token stands in direct speech.
  func isQuoted(_ token: Int) -> Bool {
    var low = 0
    var high = quotes.count
    while low < high {
      let middle = (low + high) / 2
      if quotes[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < quotes.count && quotes[low].contains(token)
  }
}
