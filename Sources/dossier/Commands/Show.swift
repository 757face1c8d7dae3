import ArgumentParser
import JSON
import Model
import Rendering
import Storage

/// Shows one article.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One article: what it is, and its text.",
    discussion: """
      EXAMPLES:
        dossier show 17
        dossier show 17 --text | dd bs=1 skip=1696 count=37
        dossier show 17 --raw | sha256sum
      """)

  @Argument(help: ArgumentHelp("The article's id or key.", valueName: "article"))
  var article: String

  @Flag(help: "Only the text, byte for byte.") var text = false
  @Flag(help: "Only the original, byte for byte.") var raw = false
  @Flag(help: "Everything as one object.") var json = false

  @Option(help: ArgumentHelp("The revision's number (default: the current one).", valueName: "n"))
  var revision: Int?

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  func validate() throws {
    if [text, raw, json].filter({ $0 }).count > 1 {
      throw ValidationError("--text, --raw and --json exclude one another")
    }
  }

  func run() throws {
    let archive = try global.open(for: .reading)
    let record = try archive.article(article)
    let output = Output()
    if raw {
      guard let bytes = try archive.original(of: record.id, revision: revision) else {
        throw Failure(
          .partly, "article \(record.id) came without its original; --text shows what was read")
      }
      try write(bytes, to: output)
    } else {
      let revision = try archive.revision(of: record.id, number: revision)
      if text {
        try write(Array(revision.report.text.utf8), to: output)
      } else {
        try write(
          ArticlePage(
            record: record, revision: revision,
            findings: archive.findings(in: record.id, revision: revision.number)), to: output)
      }
    }
    try output.flush()
  }

  private func write(_ page: ArticlePage, to output: Output) throws {
    if json {
      var json = JSONWriter()
      json.article(page)
      try output.write(data: json.bytes)
    } else {
      try output.write(page.text(style: global.style(output)))
    }
  }

  /// The exact bytes for programs; on a terminal with its control characters written out.
  private func write(_ bytes: [UInt8], to output: Output) throws {
    try output.write(data: bytes)
    if output.isTerminal { try output.write("\n") }
  }
}
