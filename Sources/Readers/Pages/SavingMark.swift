import Model

/// What the program that saved a page has noted at its top, in a comment.
///
/// SingleFile writes lines `url: …` and `saved date: …`; browsers write
/// `saved from url=(0031)https://…`.
struct SavingMark {
  private(set) var url: String?
  private(set) var time: Instant?

  /// How far into a page the comment is looked for, and how long it may be.
  private static let window = 4096

  init(_ page: [UInt8]) {
    let head = page.prefix(SavingMark.window)
    guard let start = head.place(ofRun: "<!--".utf8) else { return }
    let rest = head[(start + 4)...]
    guard let end = rest.place(ofRun: "-->".utf8) else { return }
    for line in rest[..<end].split(separator: 0x0A) {
      read(String(decoding: line, as: UTF8.self).trimmed)
    }
  }

  private mutating func read(_ line: String) {
    if line.hasPrefix("url: ") {
      url = url ?? SavingMark.address(line.dropFirst(5))
    } else if line.hasPrefix("saved date: ") {
      time = time ?? SavingMark.time(line.dropFirst(12))
    } else if line.hasPrefix("saved from url=("), let end = line.firstIndex(of: ")") {
      url = url ?? SavingMark.address(line[line.index(after: end)...])
    }
  }

  private static func address(_ text: Substring) -> String? {
    WebAddress.resolved(String(text), against: nil)
  }

  /// `Mon Sep 12 2022 10:55:26 GMT+0200 (Central European Summer Time)`.
  private static func time(_ text: Substring) -> Instant? {
    let date = String(text.prefix { $0 != "(" })
    return StampedDate(date.replacing("GMT+", with: "+").replacing("GMT-", with: "-"))?.instant
  }
}
