import JSON
import Model

/// One claim on a terminal: the sentence with the figure marked, then every field.
public struct ClaimPage {
  public var text: String { lines.joined(separator: "\n") + "\n" }
  private var lines: [String] = []

  /// `before` and `after` are the sentences around the claim's own; `name` gives an entity's name
  /// by its id.
  ///
  /// `isCurrent` tells whether its revision is the article's current one.
  public init(
    record: ClaimRecord, isCurrent: Bool, before: String?, after: String?,
    name: (String) -> String, style: Style
  ) {
    let claim = record.claim
    lines.append(style.bold("claim \(record.id): \(FigureFormatter.figure(claim.quantity))"))
    lines.append("")
    if let before { lines.append("  " + style.faint(clean(before))) }
    let sentence = QuotedSentence(record).parts.map { part in
      part.isMarked ? style.marked(clean(part.text)) : clean(part.text)
    }
    lines.append("  " + sentence.joined())
    if let after { lines.append("  " + style.faint(clean(after))) }
    lines.append("")
    add("about", ClaimFormatter.about(claim, name: name))
    add("when", ClaimFormatter.time(record))
    add("how", ClaimFormatter.firmness(claim))
    add("who", chain(record))
    add("source", "\(record.source ?? "unknown") (reliability \(record.sourceReliability))")
    add("title", record.title)
    add("published", record.published?.description)
    add("url", record.url)
    add(
      "article",
      "\(record.articleID), revision \(record.revision)" + (isCurrent ? "" : ", not current"))
    add("copy of", record.copyOf.map { "article \($0)" })
    lines.append("")
    for field in ClaimFields.listed where !Self.told.contains(field.name.description) {
      let value = field.value(record)
      if value != .null, value != .list([]) { add(field.flatName, value.flat) }
    }
  }

  /// What stands in words above the fields.
  private static let told: Set = ["sentence", "title", "url", "source", "published", "article_id"]

  /// From who said it first to this article: `unofficial estimates ← agency ← article 1`.
  private func chain(_ record: ClaimRecord) -> String {
    let speakers = ClaimFormatter.speakers(record.claim)
    return (speakers.isEmpty ? [] : [speakers] + ["article \(record.articleID)"])
      .joined(separator: " ← ")
  }

  private mutating func add(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    let padding = String(repeating: " ", count: max(1, 16 - name.count))
    lines.append("  \(name)\(padding)\(clean(value))")
  }

  private func clean(_ text: String) -> String {
    TerminalText.escaped(TerminalText.oneLine(text))
  }
}

extension JSONWriter {
  /// A claim as one object: the fields of lists, and the sentences around its own.
  public mutating func claim(_ record: ClaimRecord, before: String?, after: String?) {
    object { json in
      json.members(record, ClaimFields.listed)
      json.key("before")
      json.string(before)
      json.key("after")
      json.string(after)
    }
    newline()
  }
}
