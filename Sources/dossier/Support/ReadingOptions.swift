import ArgumentParser
import Model

/// How documents are read; the same for `extract` and `ingest`.
struct ReadingOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The format: \(InputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"))
  var from = InputFormat.auto

  @Option(
    help: ArgumentHelp(
      "The day of publication where a document gives none.", valueName: "date"),
    transform: { try Arguments.day($0) })
  var published: Day?

  @Flag(help: "Let --published override the days that documents give.")
  var forcePublished = false

  @Option(help: ArgumentHelp("The outlet where a document names none.", valueName: "name"))
  var outlet: String?

  @Option(help: ArgumentHelp("The address of the one document.", valueName: "url"))
  var url: String?

  @Option(
    help: ArgumentHelp("The address that relative links are resolved against.", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "Entities besides the built-in ones, as tab-separated values; may be repeated.",
      valueName: "file"))
  var gazetteer: [String] = []

  @Option(help: ArgumentHelp("What stands for the path of standard input.", valueName: "name"))
  var name = "-"

  @Option(help: ArgumentHelp("How many documents are worked on at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
    if url != nil, paths.count > 1 {
      throw ValidationError("--url is for one document; --base-url resolves the links of many")
    }
    if url != nil, baseURL != nil {
      throw ValidationError("--url and --base-url exclude one another")
    }
    if forcePublished, published == nil {
      throw ValidationError("--force-published needs --published DATE")
    }
  }
}

/// The formats that can be asked for.
enum InputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, text, html, feed, warc, wacz, jsonl, csv, mail, mhtml, opml, pdf
}
