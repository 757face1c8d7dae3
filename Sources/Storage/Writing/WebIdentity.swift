/// An address of the web as far as it tells one article from another.
///
/// The scheme, `www.` and a mobile site's name before the host, the port that is usual, the part
/// behind `#`, a slash at the end, and what advertisers add do not.
struct WebIdentity {
  /// Without a scheme: `example.com/a?id=1`.
  let value: String

  /// The host that names the source: `example.com`.
  let site: String

  /// `nil` where the text is no address with a host.
  init?(_ address: String) {
    guard let colon = address.range(of: "://"), !address.isEmpty else { return nil }
    var rest = address[colon.upperBound...]
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    guard let site = WebIdentity.site(ofAuthority: rest[..<end]) else { return nil }
    var path = rest[end...]
    var query: Substring = ""
    if let mark = path.firstIndex(of: "?") {
      query = path[path.index(after: mark)...]
      path = path[..<mark]
    }
    while path.hasSuffix("/") { path = path.dropLast() }
    let kept = query.split(separator: "&").filter { !WebIdentity.isTracking($0) }
    self.site = site
    value = site + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private static func site(ofAuthority authority: Substring) -> String? {
    var host = authority.lowercased()
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    while host.hasSuffix(".") { host.removeLast() }
    for prefix in ["www.", "m.", "amp.", "mobile."]
    where host.hasPrefix(prefix) && host.dropFirst(prefix.count).contains(".") {
      host.removeFirst(prefix.count)
      break
    }
    return host.isEmpty ? nil : host
  }

  /// Parameters that say where a reader came from.
  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_")
      || ["fbclid", "gclid", "yclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid"].contains(
        name)
  }
}

extension String {
  /// Where a short ASCII text first stands in this one.
  fileprivate func range(of part: StaticString) -> Range<Index>? {
    let bytes = utf8
    let wanted = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let candidate = bytes[start...].prefix(wanted.count)
      if candidate.elementsEqual(wanted) { return start..<candidate.endIndex }
      start = bytes.index(after: start)
    }
    return nil
  }
}
