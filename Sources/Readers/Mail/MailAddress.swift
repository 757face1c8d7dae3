/// Who a message is from, as a header or a forwarded block writes it.
struct MailAddress: Hashable {
  /// Without the address; `nil` where there is none.
  var name: String?

  /// What stands before the "at" of the address, in lower case.
  var local = ""

  /// `Ann Lee <ann@example.org>`, `ann@example.org (Ann Lee)`, or a name alone.
  init?(_ field: [UInt8], charset: String? = nil) {
    var scanner = MIMEScanner(field)
    let front = EncodedWords.text(scanner.word(until: "<")[...], charset: charset)
    var address = front
    if scanner.take("<") {
      address = String(decoding: scanner.word(until: ">"), as: UTF8.self)
      name = front
    } else if front.contains("@") {
      name = MailAddress.comment(in: field).map { EncodedWords.text($0, charset: charset) }
    } else {
      name = front
    }
    name = name.flatMap(MailAddress.cleaned)
    if let at = address.firstIndex(of: "@") { local = address[..<at].lowercased() }
    if name == nil, local.isEmpty { return nil }
  }

  private static func comment(in field: [UInt8]) -> ArraySlice<UInt8>? {
    guard let open = field.firstIndex(of: UInt8(ascii: "(")),
      let close = field.lastIndex(of: UInt8(ascii: ")")), open < close
    else { return nil }
    return field[(open + 1)..<close]
  }

  /// The name without quotes, and without the list that a relay wrote behind it: "Ann Lee via Bay".
  private static func cleaned(_ name: String) -> String? {
    let words = name.split(separator: " ")
    let via = words.dropFirst().lastIndex { $0.lowercased() == "via" } ?? words.endIndex
    var name = words[..<via].joined(separator: " ")
    for quote in ["\"", "'"] where name.count > 2 && name.hasPrefix(quote) && name.hasSuffix(quote)
    {
      name = String(name.dropFirst().dropLast()).trimmed
    }
    return name.contains("@") ? nil : name.nonEmpty
  }
}
