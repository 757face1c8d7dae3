import JSON
import Model

/// Says what became of a document: `added 17  page.html  “China and North Korea”  14 claims`.
public enum OutcomeRenderer {
  private static let fields: [Field<IngestOutcome>] = [
    .text("status") { $0.status.rawValue },
    .text("path") { $0.path },
    .integer("id") { $0.id },
    .text("key") { $0.key },
    .integer("revision") { $0.revision },
    .bool("current") { $0.isCurrent },
    .text("title") { $0.title },
    .integer("claims") { $0.claims },
    .integer("copy_of") { $0.copyOf },
    .number("copy_share") { $0.copyShare },
    .text("reason") { $0.reason },
  ]

  public static func json(_ outcome: IngestOutcome) -> [UInt8] {
    var json = JSONWriter()
    json.line(outcome, fields)
    return json.bytes
  }

  /// A line for people; between its parts stand two blanks on a terminal, else a tab.
  public static func line(
    _ outcome: IngestOutcome, unreadLanguage: String?, onTerminal: Bool
  ) -> String {
    let title = outcome.title.map { "“\(TerminalText.oneLine($0))”" }
    let claims =
      unreadLanguage.map { "\($0): figures are not read yet" }
      ?? "\(outcome.claims) \(outcome.claims == 1 ? "claim" : "claims")"
    let path = TerminalText.oneLine(outcome.path)
    let parts = [status(outcome), path, title, claims].compactMap { $0 }
    guard onTerminal else { return parts.joined(separator: "\t") + "\n" }
    return parts.map { TerminalText.escaped($0) }.joined(separator: "  ") + "\n"
  }

  /// `added 18 (copy of 1, 96 % shared)`, `updated 1 → revision 2`.
  ///
  /// A text that an article had before stays where it was, which needs to be told.
  private static func status(_ outcome: IngestOutcome) -> String {
    var text = outcome.status.rawValue
    if let id = outcome.id { text += " \(id)" }
    // A new article says nothing of its revisions, which may come right behind it.
    let isOld = outcome.status == .same && !outcome.isCurrent
    if outcome.status == .updated || isOld, let revision = outcome.revision {
      text += " → revision \(revision)" + (outcome.isCurrent ? "" : ", not current")
    }
    if let origin = outcome.copyOf {
      let share = outcome.copyShare.map { ", \(FigureFormatter.share($0)) shared" }
      text += " (copy of \(origin)\(share ?? ""))"
    }
    return text
  }
}
