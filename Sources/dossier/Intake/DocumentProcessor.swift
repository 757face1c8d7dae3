import Extraction
import Language
import Model
import Readers

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a piece of input and finds what its documents say: a pure function of the piece.
struct DocumentProcessor: Sendable {
  private let extractor: Extractor

  /// The format that was asked for, if any.
  private let format: Format?

  /// What readers are told of all documents.
  private let options: ReadingOptions

  /// Whether a list of feeds is taken for what it is.
  private let takesLists: Bool

  /// Whether findings say why they are what they are.
  private let explained: Bool

  init(
    format: Format?, _ options: ReadingOptions, takesLists: Bool = false, gazetteer: Gazetteer,
    units: Units, explained: Bool = false
  ) {
    self.format = format
    self.options = options
    self.takesLists = takesLists
    self.explained = explained
    extractor = Extractor(gazetteer: gazetteer, units: units)
  }

  /// How many cores there are.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What stands at one place of the input.
  enum Item: Sendable {
    case feed(path: String, FeedHead)
    case outline(path: String, FeedOutline)
    case document(Report, Findings)
    case refused(Refusal)
    case passedOver(Refusal)

    /// Answers in a web archive, by their media types.
    case answersPassedOver([String: Int])
    case end
  }

  /// Hands on everything that a piece holds.
  func process(_ piece: Piece, _ found: (Item) -> Void) {
    switch piece.content {
    case .end: found(.end)
    case .passedOver(let refusal): found(.passedOver(refusal))
    case .refused(let refusal): found(.refused(refusal))
    case .item(let item): found(self.item(item, of: piece))
    case .file: reading(piece, found) { try processFile(piece, found) }
    case .fetched(let document): reading(piece, found) { try process(document, of: piece, found) }
    }
  }

  private func reading(_ piece: Piece, _ found: (Item) -> Void, _ body: () throws -> Void) {
    do {
      try body()
    } catch {
      found(.refused(Refusal(error, path: piece.path)))
    }
  }

  private func options(for piece: Piece) -> ReadingOptions {
    var options = options
    options.name = piece.path
    return options
  }

  private func processFile(_ piece: Piece, _ found: (Item) -> Void) throws {
    let file = try InputFile.open(piece.path)
    let reader: DocumentReader
    do {
      reader = try DocumentReader(
        ByteInput { try file.read(atMost: $0) }, format: format, options: options(for: piece),
        takesLists: takesLists)
    } catch let error as ReadingError
      where piece.isWalked && Refusal.isPassedOver(error, path: piece.path)
    {
      return found(.passedOver(Refusal(error, path: piece.path)))
    }
    try process(reader, of: piece, found)
  }

  private func process(
    _ fetched: FetchedDocument, of piece: Piece, _ found: (Item) -> Void
  ) throws {
    let reader = try DocumentReader(
      ByteInput(fetched.body), format: format ?? fetched.format,
      options: fetched.options(over: options(for: piece)), takesLists: takesLists)
    try process(reader, of: piece) { item in
      guard case .document(var report, let findings) = item else { return found(item) }
      report.capturedAt = report.capturedAt ?? fetched.capturedAt
      report.headers = fetched.headers
      found(.document(report, findings))
    }
  }

  private func process(
    _ reader: DocumentReader, of piece: Piece, _ found: (Item) -> Void
  ) throws {
    var reader = reader
    while let item = try reader.next() { found(self.item(item, of: piece)) }
  }

  private func item(_ item: ReadingItem, of piece: Piece) -> Item {
    switch item {
    case .feed(let head): .feed(path: piece.path, head)
    case .outline(let outline): .outline(path: piece.path, outline)
    case .report(let report):
      .document(report, extractor.findings(in: report, explained: explained))
    case .refused(let error): .refused(Refusal(error, path: piece.path))
    case .passedOver(let types): .answersPassedOver(types)
    }
  }
}

extension DocumentReader {
  /// Opens an input that may be a list of feeds, which is no document.
  init(
    _ input: ByteInput, format: Format?, options: ReadingOptions, takesLists: Bool
  ) throws {
    try self.init(input, format: format, options: options)
    if self.format == .opml, !takesLists { throw ReadingError.listOfFeeds }
  }
}

extension ReadingError {
  static let listOfFeeds = ReadingError(
    "a list of feeds, and no document; dossier sources import takes it")
}
