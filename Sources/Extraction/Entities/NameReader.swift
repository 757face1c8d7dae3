import Language
import Model

/// Turns the names found in a text into sites, without those inside addresses and currencies.
struct NameReader {
  let text: TokenizedText
  let names: NameIndex
  let words: EntityWords

  func sites() -> [NameSite] {
    var sites: [NameSite] = []
    var sentence = -1
    var style = LineStyle.running
    var run = 0..<0
    var isAddress = false
    for match in names.matches(in: text) {
      let name = names.names[match.name]
      guard !name.senses.isEmpty else { continue }
      if match.tokens.lowerBound >= run.upperBound {
        run = self.run(around: match.tokens.lowerBound, from: run.upperBound)
        isAddress = self.isAddress(run)
      }
      if isAddress || isCurrency(match.tokens) { continue }
      let here = text.sentence(of: match.tokens.lowerBound)
      if here != sentence {
        sentence = here
        style = LineStyle(text.sentences[here], of: text, words)
      }
      sites.append(
        NameSite(match: match, name: name.text, senses: name.senses, sentence: here, style: style))
    }
    return sites
  }

  /// The tokens without a space between them that one stands in; none before `first` belongs to it.
  private func run(around index: Int, from first: Int) -> Range<Int> {
    var start = index
    while start > first, text.tokens[start].isJoined { start -= 1 }
    var end = index + 1
    while end < text.tokens.count, text.tokens[end].isJoined { end += 1 }
    return start..<end
  }

  /// Whether a run of tokens is an e-mail or web address, a file name or an account's name.
  private func isAddress(_ run: Range<Int>) -> Bool {
    guard run.count > 1 else { return false }
    for index in run {
      let token = text.tokens[index]
      guard token.kind == .sign else { continue }
      if token.isSign("@") { return true }
      if token.isSign(":"), index + 2 < run.upperBound, text.isSign("/", at: index + 1),
        text.isSign("/", at: index + 2)
      {
        return true
      }
      // "example.com", "map.png": a point, then a small letter at once. "U.S.-led" has a capital.
      if token.isSign("."), index > run.lowerBound, index + 1 < run.upperBound,
        text.tokens[index - 1].kind != .sign, text.tokens[index + 1].kind == .word,
        !text.tokens[index + 1].isCapitalized, isASCII(text.tokens[index + 1])
      {
        return true
      }
    }
    return false
  }

  /// "US$5" is money of that name, and speaks of no country.
  private func isCurrency(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next < text.tokens.count, text.tokens[next].isJoined else { return false }
    return text.isSign("$", at: next) || text.isSign("£", at: next) || text.isSign("¥", at: next)
  }

  private func isASCII(_ token: Token) -> Bool { text.bytes[Int(token.start)] < 0x80 }
}
