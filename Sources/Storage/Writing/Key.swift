import Bytes

/// Keys: what a row is called in every archive that has it.
///
/// The first 16 hexadecimal digits of the SHA-256 of an identity, its parts apart by zero bytes.
enum Key {
  static func of(_ parts: String...) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0)
    }
    return Digest.hex(Digest.sha256(bytes).prefix(8))
  }

  static func article(_ identifier: Identifier) -> String {
    of("article", identifier.kind.rawValue, identifier.value)
  }

  static func revision(article: String, title: String?, body: String) -> String {
    of("revision", article, title == nil ? "" : "title", title ?? "", body)
  }

  static func source(site: String?, outlet: String) -> String {
    site.map { of("source", "site", $0) } ?? of("source", "outlet", outlet)
  }
}
