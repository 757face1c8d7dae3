/// What the names that an element bears (class, id, role, itemprop) say of it.
struct ElementKind: OptionSet, Sendable {
  let rawValue: UInt32

  /// The article's own text: `article-body`, `itemprop=articleBody`.
  static let body = ElementKind(rawValue: 1 << 0)

  static let navigation = ElementKind(rawValue: 1 << 2)
  static let footer = ElementKind(rawValue: 1 << 3)
  static let comments = ElementKind(rawValue: 1 << 4)
  static let related = ElementKind(rawValue: 1 << 5)
  static let share = ElementKind(rawValue: 1 << 6)
  static let promotion = ElementKind(rawValue: 1 << 7)
  static let advertisement = ElementKind(rawValue: 1 << 8)
  static let caption = ElementKind(rawValue: 1 << 9)
  static let byline = ElementKind(rawValue: 1 << 10)
  static let tags = ElementKind(rawValue: 1 << 11)
  static let sidebar = ElementKind(rawValue: 1 << 12)
  static let notice = ElementKind(rawValue: 1 << 13)
  static let hidden = ElementKind(rawValue: 1 << 14)

  /// A note on the author, unlike a mere byline.
  static let biography = ElementKind(rawValue: 1 << 15)

  /// Kinds that stand beside the article and never hold it.
  static let furniture: ElementKind = [
    .navigation, .footer, .comments, .related, .share, .promotion, .advertisement, .caption,
    .byline, .tags, .sidebar, .notice, .hidden, .biography,
  ]

  /// What the tokens of a class list or an identifier say, one by one and two together.
  init(names: some Collection<UInt8>) {
    var kind = ElementKind()
    var previous: UInt64 = 0
    var hash = ElementKind.seed
    var length = 0
    var wasLower = false
    func flush() {
      guard length > 0 else { return }
      if let found = ElementKind.tokens[hash] { kind.formUnion(found) }
      if previous != 0, let found = ElementKind.tokens[ElementKind.joined(previous, hash)] {
        kind.formUnion(found)
      }
      previous = hash
      hash = ElementKind.seed
      length = 0
    }
    for byte in names {
      let isUpper = byte &- 65 < 26
      let isLower = byte &- 97 < 26
      if !isUpper && !isLower && byte < 0x80 {
        flush()
        if byte <= 0x20 { previous = 0 }
        wasLower = false
        continue
      }
      if isUpper && wasLower { flush() }
      hash = (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* ElementKind.prime
      length += 1
      wasLower = isLower
    }
    flush()
    self = kind
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let seed: UInt64 = 14_695_981_039_346_656_037
  private static let prime: UInt64 = 1_099_511_628_211

  private static func joined(_ one: UInt64, _ two: UInt64) -> UInt64 { (one ^ 0x2D) &* prime ^ two }

  private static let tokens: [UInt64: ElementKind] = {
    var table: [UInt64: ElementKind] = [:]
    for (kind, names) in ElementNames.table {
      for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let hashes = name.split(separator: "-").map { part in
          part.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
        }
        let key = hashes.count > 1 ? joined(hashes[0], hashes[1]) : hashes[0]
        table[key, default: []].formUnion(kind)
      }
    }
    return table
  }()
}
