import Markup

/// Short texts of metadata, which may hold references and tags of their own.
enum PlainMarkup {
  /// The text that a browser would show, white space folded.
  static func text(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else {
      return folded(value)
    }
    let tree = HTMLDocument(utf8: Array("<p>\(value)</p>".utf8)).tree
    guard !tree.nodes.isEmpty else { return folded(value) }
    return folded(String(decoding: tree.content(of: 0), as: UTF8.self))
  }

  /// One blank for each run of white space, none at the ends.
  static func folded(_ value: String) -> String {
    value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
