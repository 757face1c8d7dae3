import Model

/// Cuts a text into tokens, in one pass over its UTF-8 bytes.
struct Tokenizer {
  private let bytes: [UInt8]
  private let lexicon: Lexicon
  private var tokens: [Token] = []

  /// For each token the hash of a word in lower case, 0 for what is none.
  private var hashes: [UInt64] = []
  private var position = 0
  private var newlines = 2
  private let neverLast: WordClass
  private var wraps: LineWraps

  /// Where the line begins.
  private var line = 0

  static func tokens(of bytes: [UInt8], lexicon: Lexicon) -> (tokens: [Token], hashes: [UInt64]) {
    var tokenizer = Tokenizer(bytes: bytes, lexicon: lexicon)
    tokenizer.tokens.reserveCapacity(bytes.count / 5 + 8)
    tokenizer.hashes.reserveCapacity(bytes.count / 5 + 8)
    tokenizer.run()
    return (tokenizer.tokens, tokenizer.hashes)
  }

  private init(bytes: [UInt8], lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
    neverLast = lexicon.wordClass("never-last")
    wraps = LineWraps(bytes)
  }

  private mutating func run() {
    while position < bytes.count {
      // A blank, which every second token has before it, costs one look.
      if bytes[position] == 0x20 {
        position += 1
        continue
      }
      let (scalar, length) = Self.scalar(in: bytes, at: position)
      switch Self.category(scalar) {
      case .newline:
        if newlines > 0 || length > 1
          || !wraps.goesOn(from: line, at: position, isOpen: endsOpen)
        {
          newlines += 1
        }
        position += length
        line = position
      case .space: position += length
      case .letter: word(first: scalar)
      case .digit: number()
      case .script: script()
      case .sign: append(.sign, end: position + length, code: Int32(bitPattern: scalar.value))
      }
    }
    lookUpWords()
    markQuotes()
  }

  /// Whether the last token is a word that no sentence ends with.
  private var endsOpen: Bool {
    guard let last = tokens.last, last.kind == .word, let hash = hashes.last else { return false }
    return lexicon.contains(lexicon.id(hash: hash), neverLast)
  }

  /// The code of a word until it is looked up.
  private static let open: Int32 = -2

  /// All words at once behind the pass: look-ups that do not wait for one another are far faster.
  private mutating func lookUpWords() {
    for index in tokens.indices where tokens[index].kind == .word {
      if tokens[index].code == Self.open { tokens[index].code = lexicon.id(hash: hashes[index]) }
    }
  }

  private mutating func append(
    _ kind: Token.Kind, end: Int, code: Int32, hash: UInt64 = 0, flags extra: Token.Flags = []
  ) {
    var flags = extra
    if newlines > 0 {
      flags.insert(.opensLine)
      if newlines > 1 { flags.insert(.opensParagraph) }
    } else if let last = tokens.last, Int(last.end) == position {
      flags.insert(.joined)
    }
    newlines = 0
    tokens.append(
      Token(start: Int32(position), end: Int32(end), code: code, kind: kind, flags: flags))
    hashes.append(hash)
    position = end
  }

  private mutating func word(first: Unicode.Scalar) {
    var end = position
    var hash = Lexicon.hashSeed
    var letters = 0
    var capitals = 0
    var isPlain = true
    loop: while end < bytes.count {
      let byte = bytes[end]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- UInt8(ascii: "a") < 26 {
          hash = Lexicon.mix(hash, lower)
          letters += 1
          if byte != lower { capitals += 1 }
        } else {
          guard byte == 0x27, apostropheGoesOn(at: end, length: 1) else { break loop }
          hash = Lexicon.mix(hash, byte)
        }
        end += 1
        continue
      }
      let (scalar, length) = Self.scalar(in: bytes, at: end)
      if scalar == "\u{2019}" {
        guard apostropheGoesOn(at: end, length: length) else { break loop }
        hash = Lexicon.mix(hash, 0x27)
      } else {
        guard Self.category(scalar) == .letter else { break loop }
        isPlain = false
        letters += 1
        let lower = Self.lowercased(scalar)
        if lower != scalar { capitals += 1 }
        for unit in UTF8.encode(lower).unsafelyUnwrapped { hash = Lexicon.mix(hash, unit) }
      }
      end += length
    }
    var flags: Token.Flags = isPlain ? .plain : []
    if Self.lowercased(first) != first {
      flags.insert(.capitalized)
      if capitals == letters && letters > 1 { flags.insert(.capitals) }
    }
    append(.word, end: end, code: Self.open, hash: Lexicon.finish(hash), flags: flags)
    possessive()
  }

  /// Whether an apostrophe inside a word belongs to it: a letter follows, and not a final `s`.
  private func apostropheGoesOn(at index: Int, length: Int) -> Bool {
    let next = index + length
    guard next < bytes.count, Self.category(Self.scalar(in: bytes, at: next).scalar) == .letter
    else { return false }
    guard bytes[next] | 0x20 == UInt8(ascii: "s") else { return true }
    return next + 1 < bytes.count
      && Self.category(Self.scalar(in: bytes, at: next + 1).scalar) == .letter
  }

  /// A final `'s` as a token of its own, with the code of the word `'s`.
  private mutating func possessive() {
    guard position < bytes.count else { return }
    let (scalar, length) = Self.scalar(in: bytes, at: position)
    guard scalar == "'" || scalar == "\u{2019}", position + length < bytes.count,
      bytes[position + length] | 0x20 == UInt8(ascii: "s")
    else { return }
    let end = position + length + 1
    if end < bytes.count, Self.category(Self.scalar(in: bytes, at: end).scalar) == .letter {
      return
    }
    append(.word, end: end, code: lexicon.word("'s").rawValue)
  }

  private mutating func number() {
    var end = position
    while end < bytes.count {
      if (48...57).contains(bytes[end]) {
        end += 1
      } else if bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "."),
        end + 1 < bytes.count, (48...57).contains(bytes[end + 1])
      {
        end += 2
      } else {
        break
      }
    }
    append(.number, end: end, code: -1)
  }

  private mutating func script() {
    var end = position
    while end < bytes.count {
      let (scalar, length) = Self.scalar(in: bytes, at: end)
      guard Self.category(scalar) == .script else { break }
      end += length
    }
    append(.script, end: end, code: -1)
  }

  /// Says of each quotation mark whether it opens or closes: by its form, else by its neighbours.
  private mutating func markQuotes() {
    for index in tokens.indices where tokens[index].kind == .sign {
      switch tokens[index].code {
      case 0x201C, 0xAB, 0x201E: tokens[index].flags.insert(.opensQuote)
      case 0x201D, 0xBB: tokens[index].flags.insert(.closesQuote)
      case 0x22:
        let touchesNext = index + 1 < tokens.count && tokens[index + 1].isJoined
        let touchesLast = tokens[index].isJoined
        let afterOpening =
          touchesLast && index > 0
          && (tokens[index - 1].isSign("(") || tokens[index - 1].isDash
            || tokens[index - 1].flags.contains(.opensQuote))
        tokens[index].flags.insert(
          touchesNext && (!touchesLast || afterOpening) ? .opensQuote : .closesQuote)
      case 0x27
      where index + 1 < tokens.count && tokens[index + 1].isSign("'")
        && tokens[index + 1].isJoined:
        // Two apostrophes for a double quotation mark: the first one carries the flag.
        let opens = !tokens[index].isJoined
        tokens[index].flags.insert(opens ? .opensQuote : .closesQuote)
      default: break
      }
    }
  }

  enum Category { case letter, digit, space, newline, script, sign }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let found = category(scalar)
    return found == .letter || found == .script
  }

  @inline(__always)
  static func category(_ scalar: Unicode.Scalar) -> Category {
    let value = scalar.value
    if value < 0x80 {
      switch value {
      case 0x61...0x7A, 0x41...0x5A: return .letter
      case 0x30...0x39: return .digit
      case 0x0A: return .newline
      case 0x00...0x20, 0x7F: return .space
      default: return .sign
      }
    }
    switch value {
    case 0x80...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x206F, 0x3000,
      0xFEFF:
      return .space
    case 0x2028, 0x2029: return .newline
    case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x02AF, 0x0300...0x036F, 0x0370...0x1FFF:
      // U+037E and U+0387 are Greek punctuation, U+0589 Armenian; the rest of these blocks is taken as letters.
      return value == 0x37E || value == 0x387 || value == 0x589 ? .sign : .letter
    case 0x2E80...0x2FFF, 0x3005...0x3007, 0x3040...0x318F, 0x31A0...0x4DBF, 0x4E00...0x9FFF,
      0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .script
    case 0x2C00...0x2DFF, 0xA640...0xA95F, 0xA980...0xABFF, 0xFB00...0xFDFF: return .letter
    default: return .sign
    }
  }

  /// The lower-case form where it is one scalar; Latin, Greek, Cyrillic by their ranges.
  @inline(__always)
  static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F:
      return Unicode.Scalar(value + 32) ?? scalar
    case 0x400...0x40F: return Unicode.Scalar(value + 80) ?? scalar
    case 0x100...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F, 0x1E00...0x1EFF:
      return value & 1 == 0 ? Unicode.Scalar(value + 1) ?? scalar : scalar
    default: return scalar
    }
  }

  /// The scalar at a byte, and its length; a byte that begins none is taken alone as U+FFFD.
  @inline(__always)
  static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else {
      return ("\u{FFFD}", 1)
    }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
