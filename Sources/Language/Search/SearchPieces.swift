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
          Self.append(piece.scalars, to: &result)
        }
      case .han where stemming: break
      case .han:
        Self.separate(&result)
        Self.appendPairs(piece.scalars, withLast: true, to: &result)
        result.append(UInt8(ascii: " "))
      case .cyrillic, .hangul:
        Self.separate(&result)
        if stemming {
          result.append(contentsOf: Self.stem(piece.scalars, piece.script).utf8)
        } else {
          Self.append(piece.scalars, to: &result)
        }
        result.append(UInt8(ascii: " "))
      }
    }
  }

  /// Writes the words of a query; whether the last one now stands for all that begin with it.
  func writeQuery(isPrefix: Bool, into result: inout [UInt8]) -> Bool {
    var lastIsPrefix = false
    let lastWord = pieces.lastIndex {
      $0.script != .other || $0.scalars.contains(where: Self.isWord)
    }
    for (index, piece) in pieces.enumerated() {
      let isLast = index == lastWord
      if isLast { lastIsPrefix = isPrefix }
      switch piece.script {
      case .other:
        guard piece.scalars.contains(where: Self.isWord) else {
          result.append(UInt8(ascii: " "))
          continue
        }
        Self.append(piece.scalars.filter { $0 != "\"" && $0.value != 0 }, to: &result)
      case .han:
        Self.separate(&result)
        Self.appendPairs(piece.scalars, withLast: !isLast || piece.scalars.count == 1, to: &result)
        // A single character is the first of some pair, or the last of its run.
        if isLast, piece.scalars.count == 1 { lastIsPrefix = true }
        result.append(UInt8(ascii: " "))
      case .cyrillic, .hangul:
        Self.separate(&result)
        if isLast && isPrefix {
          Self.append(piece.scalars, to: &result)
        } else {
          result.append(contentsOf: Self.stem(piece.scalars, piece.script).utf8)
        }
        result.append(UInt8(ascii: " "))
      }
    }
    if lastWord == nil { result.removeAll() }
    return lastIsPrefix
  }

  private static func stem(_ scalars: [Unicode.Scalar], _ script: Script) -> String {
    script == .cyrillic ? CyrillicStemmer.stem(scalars) : HangulStemmer.stem(scalars)
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
    if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
  }

  private static func append(_ scalars: [Unicode.Scalar], to result: inout [UInt8]) {
    for scalar in scalars { result.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }

  private static func appendPairs(
    _ scalars: [Unicode.Scalar], withLast: Bool, to result: inout [UInt8]
  ) {
    for index in scalars.indices.dropLast() {
      append([scalars[index], scalars[index + 1]], to: &result)
      result.append(UInt8(ascii: " "))
    }
    if withLast, let last = scalars.last { append([last], to: &result) }
  }
}
