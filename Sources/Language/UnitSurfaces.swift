/// The spellings of units, each cut into the tokens that a text would have for it.
struct UnitSurfaces: Sendable {
  private struct Surface: Sendable {
    var parts: [UInt64]

    /// For each part, whether it has to touch the one before it: the 2 of `m2`.
    var joined: [Bool]
    var unit: Unit
    var glued: Bool
  }

  private let folding: Bool
  private var surfaces: [UInt64: [Surface]] = [:]

  /// A bit for each first token's hash, by its lowest 16: most words are no unit, and end here.
  private var filter = [UInt64](repeating: 0, count: 1024)

  init(folding: Bool) { self.folding = folding }

  mutating func add(_ spelling: String, unit: Unit, glued: Bool) {
    let bytes = Array(spelling.utf8)
    let tokens = Tokenizer.tokens(of: bytes, lexicon: .empty).tokens
    guard let first = tokens.first else { return }
    let hash = key(first, bytes)
    filter[Int(hash & 0xFFFF) >> 6] |= 1 << (hash & 63)
    let surface = Surface(
      parts: tokens.map { key($0, bytes) },
      joined: tokens.map { token in
        guard token.isJoined else { return false }
        // "A $5 fee" is no Australian money: a sign keeps its place at a symbol.
        return !folding || token.isNumber || [0xB2, 0xB3].contains(token.code)
      },
      unit: unit, glued: glued)
    var list = surfaces[hash] ?? []
    list.removeAll {
      $0.parts == surface.parts && ($0.unit.dimension == "money") == (unit.dimension == "money")
    }
    list.append(surface)
    surfaces[hash] = list.sorted { $0.parts.count > $1.parts.count }
  }

  func match(
    in text: TokenizedText, at index: Int, glued: Bool, before: Bool
  ) -> (unit: Unit, count: Int)? {
    let hash = key(text.tokens[index], text.bytes)
    guard filter[Int(hash & 0xFFFF) >> 6] >> (hash & 63) & 1 != 0, let list = surfaces[hash] else {
      return nil
    }
    var money: (surface: Surface, count: Int)?
    for surface in list where glued || !surface.glued {
      let isMoney = surface.unit.dimension == "money"
      guard isMoney || !before, surface.parts.count >= money?.surface.parts.count ?? 0,
        let count = count(of: surface, in: text, at: index)
      else { continue }
      if isMoney && !before {
        money = money ?? (surface, count)
      } else {
        return (surface.unit, count)
      }
    }
    return money.map { ($0.surface.unit, $0.count) }
  }

  /// How many tokens the spelling takes, or `nil` where it does not stand there.
  ///
  /// Words may be tied by hyphens: "a 15,000-square-foot house".
  private func count(of surface: Surface, in text: TokenizedText, at index: Int) -> Int? {
    var next = index + 1
    for part in surface.parts.indices.dropFirst() {
      if folding, next + 1 < text.tokens.count, text.tokens[next].isDash,
        text.tokens[next].isJoined, text.tokens[next + 1].isJoined,
        key(text.tokens[next], text.bytes) != surface.parts[part]
      {
        next += 1
      }
      guard next < text.tokens.count else { return nil }
      let token = text.tokens[next]
      if surface.joined[part] && !token.isJoined { return nil }
      if token.flags.contains(.opensParagraph) { return nil }
      if key(token, text.bytes) != surface.parts[part] { return nil }
      next += 1
    }
    return next - index
  }

  /// A hash of the token's bytes, ASCII capitals folded where the spelling allows any.
  private func key(_ token: Token, _ bytes: [UInt8]) -> UInt64 {
    var hash = Lexicon.hashSeed
    for position in Int(token.start)..<Int(token.end) {
      let byte = bytes[position]
      hash = Lexicon.mix(hash, folding && (65...90).contains(byte) ? byte | 0x20 : byte)
    }
    return Lexicon.finish(hash)
  }
}
