/// A character encoding as the web knows it (the WHATWG Encoding Standard, section 4.2).
public struct Encoding: Hashable, Sendable {
  /// The standard's name, in lower case.
  public let name: String

  /// What the C library's iconv calls it, or `nil` for those that are decoded here.
  let iconvName: String?

  public static let utf8 = Encoding(name: "utf-8", iconvName: nil)
  public static let utf16LE = Encoding(name: "utf-16le", iconvName: nil)
  public static let utf16BE = Encoding(name: "utf-16be", iconvName: nil)
  static let utf32LE = Encoding(name: "utf-32le", iconvName: nil)
  static let utf32BE = Encoding(name: "utf-32be", iconvName: nil)
  public static let windows1252 = Encoding(name: "windows-1252", iconvName: nil)

  private init(name: String, iconvName: String?) {
    self.name = name
    self.iconvName = iconvName
  }

  /// The encoding that a page, feed or header means by `label`, or `nil` if nobody knows it.
  ///
  /// What looks like one encoding often means a wider one: `iso-8859-1` is windows-1252, `gb2312`
  /// is gb18030, as browsers read them.
  public init?(label: some StringProtocol) {
    guard let encoding = Encoding.byLabel[Encoding.trimmed(label)] else { return nil }
    self = encoding
  }

  private static func trimmed(_ label: some StringProtocol) -> String {
    let bytes = Array(label.lowercased().utf8)
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.count
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static let byLabel: [String: Encoding] = {
    var table: [String: Encoding] = [:]
    for row in EncodingLabels.table.split(separator: "\n") {
      let words = row.split(separator: " ").map(String.init)
      let encoding = Encoding(name: words[0], iconvName: words[1] == "-" ? nil : words[1])
      table[words[0]] = encoding
      for label in words[2...] { table[label] = encoding }
    }
    return table
  }()
}
