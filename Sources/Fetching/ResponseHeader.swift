import Model

/// The lines that a server sends before a body.
struct ResponseHeader {
  private(set) var status = 0
  private(set) var fields: [HeaderField] = []
  private var length = 0

  /// More is no header that any server means.
  private static let limit = 1 << 16

  /// Takes a line with its end; `false` where the header is too long.
  mutating func add(line: UnsafeBufferPointer<UInt8>) -> Bool {
    length += line.count
    guard length <= ResponseHeader.limit else { return false }
    // Zeros would end the text where others read it.
    let text = String(decoding: line.filter { $0 >= 0x20 || $0 == 0x09 }, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      // What came before was an interim answer.
      fields = []
      status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    } else if let colon = text.firstIndex(of: ":") {
      let value = text[text.index(after: colon)...]
      let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" }
      let trimmed = value.drop(while: blanks).reversed().drop(while: blanks).reversed()
      fields.append(HeaderField(name: String(text[..<colon]), value: String(trimmed)))
    }
    return true
  }
}
