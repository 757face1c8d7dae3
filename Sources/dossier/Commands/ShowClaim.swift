import ArgumentParser
import JSON
import Language
import Model
import Rendering
import Storage

/// Shows one claim with everything that is known of it.
struct ShowClaim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One claim: the sentence with the figure marked, the ones around it, every field.",
    discussion: """
      EXAMPLES:
        dossier claims show 6
        dossier claims show 6 --json | jq .sentence
      """)

  @Argument(help: ArgumentHelp("The claim's id or key.", valueName: "claim"))
  var claim: String

  @OptionGroup(title: "How to print") var format: FormatOptions
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func run() throws {
    let archive = try global.open(for: .reading)
    let record = try archive.claim(claim)
    let revision = try archive.revision(of: record.articleID, number: record.revision)
    let around = Surroundings(of: record, in: revision.report.text)
    let output = Output()
    switch format.chosen {
    case .json:
      var json = JSONWriter()
      json.claim(record, before: around.before, after: around.after)
      try output.write(data: json.bytes)
    case .table:
      let names = try archive.entityNames()
      let page = ClaimPage(
        record: record, isCurrent: revision.isCurrent, before: around.before,
        after: around.after, name: { names[$0] ?? $0 }, style: global.style(output))
      try output.write(page.text)
    case .csv, .markdown:
      throw Failure(.usage, "one claim is printed as text, or with --json as an object")
    }
    try output.flush()
  }
}

/// The sentences before and after a claim's own.
struct Surroundings {
  var before: String?
  var after: String?

  init(of record: ClaimRecord, in text: String) {
    let tokenized = TokenizedText(text, lexicon: .builtIn(language: "en"))
    let spans = tokenized.sentences.map { tokenized.span($0) }
    let sentence = record.claim.sentence
    let bytes = Array(text.utf8)
    func quote(_ span: TextSpan?) -> String? {
      span.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    }
    before = quote(spans.last { $0.end <= sentence.start })
    after = quote(spans.first { $0.start >= sentence.end })
  }
}
