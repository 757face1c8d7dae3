/// Addresses of the web (RFC 3986), as far as readers need them.
enum WebAddress {
  /// The address that is all of `text`, with `https://` where it has no scheme.
  static func standing(in text: String) -> String? {
    let text = text.trimmed
    guard !text.isEmpty, text.utf8.count < 2000,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "\"") })
    else { return nil }
    let lower = text.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      return host(of: text) == nil ? nil : text
    }
    let domain = text.prefix { $0 != "/" }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, (2...24).contains(last.utf8.count),
      last.utf8.allSatisfy({ ($0 | 0x20) &- 97 < 26 }),
      labels.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isHostByte) }),
      text.contains("/") || labels.count >= 3 || labels[0] == "www"
    else { return nil }
    return "https://" + text
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "-")
  }

  /// The host of an absolute address, in lower case and without its port.
  static func host(of address: String) -> String? {
    guard let parts = Parts(address), let authority = parts.authority else { return nil }
    let host = authority.split(separator: "@").last ?? ""
    let name = host.prefix { $0 != ":" }
    return name.isEmpty ? nil : name.lowercased()
  }

  /// `reference` resolved against `base` (RFC 3986, section 5.2), or `nil` if it leads to no page.
  static func resolved(_ reference: String, against base: String?) -> String? {
    var reference = reference.trimmed
    if reference.utf8.contains(where: { (0x09...0x0D).contains($0) }) {
      reference = reference.filter { !$0.isNewline && $0 != "\t" }
    }
    guard !reference.isEmpty, reference.utf8.count < 4000, !reference.hasPrefix("#") else {
      return nil
    }
    if let scheme = Parts.scheme(of: reference) {
      return ["http", "https"].contains(scheme) && host(of: reference) != nil ? reference : nil
    }
    guard let base, let parts = Parts(base), let authority = parts.authority,
      ["http", "https"].contains(parts.scheme)
    else { return nil }
    if reference.hasPrefix("//") {
      let address = "\(parts.scheme):\(reference)"
      return host(of: address) == nil ? nil : address
    }
    let root = "\(parts.scheme)://\(authority)"
    if reference.hasPrefix("?") { return root + parts.path + reference }
    let cut = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    let path = reference[..<cut]
    let folder = parts.path.prefix(through: parts.path.lastIndex(of: "/") ?? parts.path.startIndex)
    let joined = path.hasPrefix("/") ? String(path) : (folder.isEmpty ? "/" : String(folder)) + path
    return root + withoutDots(joined) + reference[cut...]
  }

  private static func withoutDots(_ path: String) -> String {
    var segments: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for part in parts {
      switch part {
      case ".": break
      case "..": _ = segments.popLast()
      default: segments.append(part)
      }
    }
    if let last = parts.last, last == "." || last == ".." { segments.append("") }
    return "/" + segments.joined(separator: "/")
  }

  private struct Parts {
    var scheme: String
    var authority: Substring?
    var path: String

    init?(_ address: String) {
      guard let scheme = Parts.scheme(of: address) else { return nil }
      self.scheme = scheme
      var rest = address.dropFirst(scheme.count + 1)
      if rest.hasPrefix("//") {
        rest = rest.dropFirst(2)
        let end = rest.utf8.firstIndex(where: Parts.endsAuthority) ?? rest.endIndex
        authority = rest[..<end]
        rest = rest[end...]
      }
      let end = rest.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      path = String(rest[..<(end ?? rest.endIndex)])
      if path.isEmpty { path = "/" }
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    static func scheme(of address: String) -> String? {
      guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let scheme = address[..<colon].lowercased()
      guard let first = scheme.utf8.first, first &- 97 < 26,
        scheme.utf8.allSatisfy({
          $0 &- 97 < 26 || $0 &- 48 < 10 || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
            || $0 == UInt8(ascii: ".")
        })
      else { return nil }
      return scheme
    }
  }
}
