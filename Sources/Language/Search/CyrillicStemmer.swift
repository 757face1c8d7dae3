/// Cuts the endings of Russian and Ukrainian words.
///
/// It knows no words: it takes off the longest ending of nouns, adjectives and the commonest verb
/// forms that leaves three letters. Two words that it makes alike by mistake cost a search hit that
/// is not wanted; two forms that it leaves apart cost one that is.
enum CyrillicStemmer {
  static func stem(_ word: [Unicode.Scalar]) -> String {
    var letters = word.map { scalar in
      let lower = Tokenizer.lowercased(scalar)
      return lower == "ё" ? "е" : lower
    }
    for reflexive in reflexives where cut(reflexive, from: &letters) { break }
    for ending in endings where cut(ending, from: &letters) { break }
    return String(String.UnicodeScalarView(letters))
  }

  private static func cut(_ ending: [Unicode.Scalar], from letters: inout [Unicode.Scalar]) -> Bool
  {
    guard letters.count >= ending.count + 3, letters.suffix(ending.count).elementsEqual(ending)
    else { return false }
    letters.removeLast(ending.count)
    return true
  }

  private static let reflexives = ["ся", "сь"].map { Array($0.unicodeScalars) }

  /// The longest first.
  private static let endings: [[Unicode.Scalar]] =
    """
    иями ього ьому ями ами ого его ому ему ыми ими іми иях ией ією иям ием ешь ишь ует уют ать ять
    ить еть ете ите ются ах ях ей ой ий ый ій ые ие ых их іх ую юю ая яя ое ее ом ем ам ям ов ев ів
    їв ью ья ье ия ию ии ії ою ею ає ет ит ут ют ат ят ла ло ли а я о е и ы у ю ь й і ї є
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.unicodeScalars) }
}
