/// An address of the web in the forms that people, programs and servers take it in.
struct WebLocation {
  private let scheme: Substring

  /// What parts the scheme from the rest: `://`, and what people write for it.
  private let separator: Substring
  private var user: Substring

  /// With its port.
  private let authority: Substring
  private let rest: Substring

  init(_ address: String) {
    let whole = address.drop { $0.isWhitespace }.prefix { $0 != "#" && !$0.isNewline }
    let colon = whole.firstIndex(of: ":") ?? whole.startIndex
    scheme = whole[..<colon]
    separator = whole[colon...].prefix { $0 == ":" || $0 == "/" }
    let place = whole[separator.endIndex...]
    let end = place.firstIndex { $0 == "/" || $0 == "?" || $0 == "\\" } ?? place.endIndex
    let before = place[..<end]
    if let at = before.lastIndex(of: "@") {
      user = before[...at]
      authority = before[before.index(after: at)...]
    } else {
      user = ""
      authority = before
    }
    rest = place[end...]
  }

  /// Where a redirection leads; name and password go along to the same place, and to no other.
  func redirected(to target: String) -> WebLocation {
    var next = WebLocation(target)
    if next.user.isEmpty, next.scheme.lowercased() == scheme.lowercased(),
      next.authority.lowercased() == authority.lowercased()
    {
      next.user = user
    }
    return next
  }

  var isHTTP: Bool { ["http", "https"].contains(scheme.lowercased()) && !authority.isEmpty }

  /// In lower case, without the port.
  var host: String {
    let isLiteral = authority.hasPrefix("[")
    return (isLiteral ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" })
      .lowercased()
  }

  /// Without the name and the password that it may hold.
  var shown: String { "\(scheme)\(isHTTP ? "://" : separator)\(authority)\(rest)" }

  /// With them, as it is to be asked another time.
  var full: String { "\(scheme)://\(user)\(authority)\(rest)" }

  /// As it is sent: what no address may hold is escaped.
  var wire: String { "\(scheme)://\(user)\(authority)" + WebLocation.escaped(rest) }

  private static func escaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if byte > 0x20 && byte < 0x7F {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
