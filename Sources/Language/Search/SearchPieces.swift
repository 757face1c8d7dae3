/// A text cut where its writing changes: runs of Chinese, words of Cyrillic and Hangul, the rest.
struct SearchPieces {
  private struct Piece {
    var script: Script
    var scalars: [Unicode.Scalar]
  }

  private var pieces: [Piece] = []

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      guard let scalar = SearchPieces.plain(scalar) else { continue }
      let script = Script(scalar)
      if let last = pieces.indices.last, pieces[last].script == script {
        pieces[last].scalars.append(scalar)
      } else {
        pieces.append(Piece(script: script, scalars: [scalar]))
      }
    }
  }

  /// Without what cannot be seen, and full-width letters and digits as plain ones.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: scalar
    }
  }

  /// Writes the text for the index; stemmed, without what has no endings to be cut.
  ///
  /// Numbers stay between the stems, so that phrases with them are found.
  func write(stemming: Bool, into result: inout [UInt8]) {
    for piece in pieces {
      switch piece.script {
      case .other:
        if !stemming || !piece.scalars.contains(where: Self.isLatin) {
          Self.append(other: piece.scalars, to: &result)
        }
      case .han:
        if !stemming { Self.append(pairsOf: piece.scalars, withLast: true, to: &result) }
      case .cyrillic, .hangul: Self.append(piece, stemming: stemming, to: &result)
      }
    }
  }

  /// Writes the words of a query; whether the last one now stands for all that begin with it.
  func writeQuery(isPrefix: Bool, into result: inout [UInt8]) -> Bool {
    let isWord = { (piece: Piece) in
      piece.script != .other || piece.scalars.contains(where: Self.isWord)
    }
    guard let last = pieces.lastIndex(where: isWord) else { return false }
    for (index, piece) in pieces[...last].enumerated() {
      switch piece.script {
      case .other:
        let plain = piece.scalars.filter { $0 != "\"" && $0.value != 0 }
        Self.append(other: isWord(piece) ? plain : [" "], to: &result)
      case .han:
        // A single character is the first of some pair, or the last of its run.
        if index == last, piece.scalars.count == 1 {
          Self.append(pairsOf: piece.scalars, withLast: true, to: &result)
          return true
        }
        Self.append(pairsOf: piece.scalars, withLast: index != last, to: &result)
      case .cyrillic, .hangul:
        Self.append(piece, stemming: index != last || !isPrefix, to: &result)
      }
    }
    return isPrefix
  }

  private static func append(_ piece: Piece, stemming: Bool, to result: inout [UInt8]) {
    separate(&result)
    guard stemming else { return append(piece.scalars, to: &result) }
    let stem =
      piece.script == .cyrillic
      ? CyrillicStemmer.stem(piece.scalars) : HangulStemmer.stem(piece.scalars)
    result.append(contentsOf: stem.utf8)
  }

  private static func append(other scalars: [Unicode.Scalar], to result: inout [UInt8]) {
    if let first = scalars.first, isWord(first) { separate(&result) }
    append(scalars, to: &result)
  }

  /// Whether the index takes a character for a part of a word.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      return true
    default: return false
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    isWord(scalar) && !(0x30...0x39).contains(scalar.value)
  }

  private static func separate(_ result: inout [UInt8]) {
    if let last = result.last, last > 0x20 { result.append(UInt8(ascii: " ")) }
  }

  private static func append(_ scalars: [Unicode.Scalar], to result: inout [UInt8]) {
    for scalar in scalars { result.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }

  private static func append(
    pairsOf scalars: [Unicode.Scalar], withLast: Bool, to result: inout [UInt8]
  ) {
    for index in scalars.indices.dropLast() {
      separate(&result)
      append([scalars[index], scalars[index + 1]], to: &result)
    }
    if withLast, let last = scalars.last {
      separate(&result)
      append([last], to: &result)
    }
  }
}
