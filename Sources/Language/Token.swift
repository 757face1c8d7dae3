import Model

/// A word, a number or a single sign of a text.
///
/// Words are runs of letters (apostrophes inside them included, a final `'s` cut off as a token of
/// its own); numbers are runs of ASCII digits with the commas and points inside them; everything
/// else is one sign, one token. "2.4GHz" is a number and a word, "T-72" a word, a sign, a number.
/// Where one token touches the one before it, `joined` is set.
public struct Token: Sendable {
  public enum Kind: UInt8, Sendable {
    case word, number, sign

    /// A run of Chinese characters, kana or Hangul: its words are not cut here.
    case script
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8

    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No space between this token and the one before it.
    public static let joined = Flags(rawValue: 1)

    /// The first letter is a capital.
    public static let capitalized = Flags(rawValue: 2)

    /// Two letters or more, all capitals.
    public static let capitals = Flags(rawValue: 4)

    /// First on its line.
    public static let opensLine = Flags(rawValue: 8)

    /// First after a blank line, or of the text.
    public static let opensParagraph = Flags(rawValue: 16)

    /// A quotation mark that opens, or one that closes, by its form or by what stands beside it.
    public static let opensQuote = Flags(rawValue: 32)
    public static let closesQuote = Flags(rawValue: 64)

    /// A word of ASCII letters and apostrophes alone.
    public static let plain = Flags(rawValue: 128)
  }

  public let start: Int32
  public let end: Int32

  /// The lexicon's number of a word, -1 for a word it does not know; a sign's Unicode scalar.
  public internal(set) var code: Int32
  public let kind: Kind
  public internal(set) var flags: Flags

  @inlinable public var span: TextSpan { TextSpan(start: Int(start), end: Int(end)) }
  @inlinable public var length: Int { Int(end - start) }
  @inlinable public var isJoined: Bool { flags.contains(.joined) }
  @inlinable public var isCapitalized: Bool { flags.contains(.capitalized) }
  @inlinable public var isWord: Bool { kind == .word }
  @inlinable public var isNumber: Bool { kind == .number }

  /// Whether it is that sign.
  @inlinable
  public func isSign(_ scalar: Unicode.Scalar) -> Bool {
    kind == .sign && code == Int32(bitPattern: scalar.value)
  }

  /// Whether it is a hyphen, a dash or a minus sign of any length.
  @inlinable
  public var isDash: Bool {
    guard kind == .sign else { return false }
    switch code {
    case 0x2D, 0x2010...0x2015, 0x2212: return true
    default: return false
    }
  }

  /// Whether it is a dash that cuts a sentence, not a hyphen: en, em or longer.
  @inlinable
  public var isLongDash: Bool { kind == .sign && (0x2013...0x2015).contains(code) }
}
