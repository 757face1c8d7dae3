/// How frequent the letters of a script are in prose.
struct LetterShares {
  private var bits: [Unicode.Scalar: Int] = [:]

  /// What a letter costs that is not listed.
  private static let rare = 10

  /// - Parameter tiers: The letters that cost three bits, as every eighth letter of a text is one
  ///   of each of them, those that cost four, and so on.
  init(_ tiers: String...) {
    for (place, letters) in tiers.enumerated() {
      for letter in letters.unicodeScalars { bits[letter] = place + 3 }
    }
  }

  func bits(of letter: Unicode.Scalar) -> Int { bits[letter] ?? LetterShares.rare }

  static let russian = LetterShares(
    "о", "авеинрст", "дклмпу", "бгзйчыья", "жхшю", "цщэ", "фъ")

  static let greek = LetterShares(
    "α", "εηιονρστ", "κλπυς", "άέίόγδμω", "ήύώβθφχ", "ξζ", "ψϊ")

  static let hebrew = LetterShares("וי", "אהלמרבתש", "נדכםעחק", "טפצןגס", "זך", "ץף")

  /// Thai has no spaces and no capitals; vowels and tones are letters of their own.
  static let thai = LetterShares(
    "", "าน", "รอกเงมัยลวดท่้สีตปค", "ะบหแจิพชใไ์ึุูืโข", "ผถซศภธณญษฟฉ", "ฐ็ๆฎฏฮ", "ฆฑฒฬฌฝ")
}
