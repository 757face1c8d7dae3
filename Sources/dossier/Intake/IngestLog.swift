import JSON
import Model
import Rendering

/// Says what became of each document, in the order of the input.
final class IngestLog {
  /// What the archive does not tell of a document.
  private struct Remark {
    var unreadLanguage: String?
    var refusal: Refusal?
    var document: ErrandDocument?
  }

  private let output = Output()
  private let asJSON: Bool

  /// The documents that have a line in the table.
  enum Listing {
    case all

    /// Those that are new to the archive.
    case changes
    case none
  }

  /// Told what became of documents that were fetched for an errand.
  var onErrand: (ErrandDocument, IngestOutcome) -> Void = { _, _ in }

  private let lists: Listing
  private let showsProgress: Bool
  private let quiet: Bool

  /// Whether what is passed over is named.
  private let isVerbose: Bool
  private var remarks: [Remark] = []
  private var counts: [IngestOutcome.Status: Int] = [:]
  private var lackingTool = 0
  private var passedOver = 0

  /// What web archives hold besides documents.
  var answers = PassedAnswers()

  init(
    asJSON: Bool, lists: Listing = .all, showsProgress: Bool, quiet: Bool, isVerbose: Bool = false
  ) {
    self.asJSON = asJSON
    self.lists = lists
    self.showsProgress = showsProgress
    self.quiet = quiet
    self.isVerbose = isVerbose
  }

  /// What the run ends with because of what it refused.
  var status: ExitStatus? {
    let refused = counts[.refused, default: 0]
    let taken = counts.values.reduce(0, +) - refused
    return .refusing(refused, lackingTool: lackingTool, taken: taken)
  }

  /// Notes what is to be said beside the outcome of the document that is stored next.
  func expect(
    unreadLanguage: String? = nil, refusal: Refusal? = nil, document: ErrandDocument? = nil
  ) {
    remarks.append(
      Remark(unreadLanguage: unreadLanguage, refusal: refusal, document: document))
  }

  /// Counts a file that is no document.
  func passOver(_ refusal: Refusal) {
    passedOver += 1
    if isVerbose { note(refusal.remark) }
  }

  /// Says something that is no document's outcome.
  func note(_ line: String) {
    if showsProgress { Console.progress("") }
    Console.note(line)
  }

  /// Writes the outcomes of the documents that were expected first.
  func write(_ outcomes: [IngestOutcome]) throws {
    guard !outcomes.isEmpty else { return }
    if showsProgress { Console.progress("") }
    let remarks = remarks.prefix(outcomes.count) + []
    self.remarks.removeFirst(remarks.count)
    for (index, outcome) in outcomes.enumerated() {
      counts[outcome.status, default: 0] += 1
      let remark = index < remarks.count ? remarks[index] : Remark()
      if let document = remark.document { onErrand(document, outcome) }
      if outcome.status == .refused {
        if remark.refusal?.lacksTool ?? false { lackingTool += 1 }
        Console.note(
          remark.refusal?.sentence ?? "\(outcome.path): \(outcome.reason ?? "refused")")
      }
      if asJSON {
        try output.write(OutcomeRenderer.json(outcome))
      } else if isListed(outcome) {
        try output.write(
          OutcomeRenderer.line(
            outcome, unreadLanguage: remark.unreadLanguage, onTerminal: output.isTerminal))
      }
    }
    try output.flush()
    if showsProgress { Console.progress(summary) }
  }

  private func isListed(_ outcome: IngestOutcome) -> Bool {
    switch lists {
    case .all: outcome.status != .refused
    case .changes: [.added, .updated].contains(outcome.status)
    case .none: false
    }
  }

  private var summary: String {
    IngestOutcome.Status.allCases.map { "\(counts[$0, default: 0]) \($0.rawValue)" }
      .joined(separator: ", ")
  }

  /// Writes the last line.
  func finish(passedOver more: [Refusal] = []) throws {
    if showsProgress { Console.progress("") }
    for refusal in more { passOver(refusal) }
    if !quiet {
      for sentence in [Refusal.remark(on: passedOver), answers.remark].compactMap({ $0 }) {
        Console.note(sentence)
      }
    }
    if !asJSON { try output.write(summary + "\n") }
    try output.flush()
  }
}
