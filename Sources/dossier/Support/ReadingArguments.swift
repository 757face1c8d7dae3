import ArgumentParser
import Model
import Readers

/// How documents are read; the same for `extract` and `ingest`.
struct ReadingArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders, or - for standard input; for ingest also addresses.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The format: \(InputFormat.names); a list of feeds (opml) is for extract only.",
      valueName: "format"),
    transform: { try InputFormat($0) })
  var from = InputFormat()

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

  @OptionGroup var words: UnitOptions

  @Option(help: ArgumentHelp("What stands for the path of standard input.", valueName: "name"))
  var name: String?

  @OptionGroup var jobs: JobOptions

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if url != nil {
      try requireOne("--url", advice: "; --base-url resolves the links of many")
    }
    if url != nil, baseURL != nil {
      throw ValidationError("--url and --base-url exclude one another")
    }
    if forcePublished, published == nil {
      throw ValidationError("--force-published needs --published DATE")
    }
  }

  /// Refuses several paths, and a folder, which may hold any number of documents.
  ///
  /// All of them would become one article.
  func requireOne(_ option: String, advice: String = "") throws {
    if paths.count > 1 { throw ValidationError("\(option) is for one document\(advice)") }
    if let folder = paths.first(where: FolderWalk.isFolder) {
      throw ValidationError("\(option) is for one document, and \(folder) is a folder\(advice)")
    }
  }

  /// What a reader is told of the documents at a path.
  func options(for path: String) -> ReadingOptions {
    var options = ReadingOptions(name: path)
    options.published = published
    options.forcePublished = forcePublished
    options.outlet = outlet
    options.url = url
    options.baseURL = baseURL
    options.pdfTool = { bytes throws(ReadingError) in try PDFProgram.markup(of: bytes) }
    return options
  }
}

/// The format that was asked for.
struct InputFormat: Sendable {
  /// `nil` for `auto`, where the first bytes decide.
  var format: Format?

  static let names = (["auto"] + Format.allCases.map(\.rawValue)).joined(separator: ", ")

  init() {}

  init(_ name: String) throws {
    format = Format(rawValue: name)
    if format == nil, name != "auto" {
      throw ValidationError("no format '\(name)'; there are \(Self.names)")
    }
  }
}
