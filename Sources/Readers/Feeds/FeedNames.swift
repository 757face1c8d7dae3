/// Names of authors as feeds write them.
enum FeedNames {
  /// Bare names out of "ann@example.org (Ann Lee)", "Ann Lee <ann@example.org>", "Ann Lee
  /// (ann@example.org)", "Ann Lee and Bo Su".
  static func names(in text: String, outlet: String?) -> [String] {
    var name = PlainMarkup.folded(text)
    if let open = name.firstIndex(of: "("), name.hasSuffix(")"), name[..<open].contains("@") {
      name = String(name[name.index(after: open)...].dropLast())
    } else if let open = name.firstIndex(of: "<"), name.hasSuffix(">"), name[open...].contains("@"),
      !name[open...].contains("=")
    {
      name = String(name[..<open])
    } else if let open = name.lastIndex(of: "("), name.hasSuffix(")"), name[open...].contains("@") {
      name = String(name[..<open])
    }
    name = PlainMarkup.text(name)
    guard !name.isEmpty, name.utf8.count < 400, !(name.contains("@") && !name.contains(" ")) else {
      return []
    }
    return Names.byline(name, knownOutlet: outlet ?? "").0
  }
}
