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
  private let options: ReadingArguments

  /// Whether findings say why they are what they are.
  private let explained: Bool

  init(
    _ options: ReadingArguments, gazetteer: Gazetteer, units: Units, explained: Bool = false
  ) {
    self.options = options
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
    case passedOver
    case end
  }

  /// Hands on everything that a piece holds.
  func process(_ piece: Piece, _ found: (Item) -> Void) {
    switch piece.content {
    case .end: found(.end)
    case .passedOver: found(.passedOver)
    case .refused(let refusal): found(.refused(refusal))
    case .feed(let head): found(.feed(path: piece.path, head))
    case .outline(let outline): found(.outline(path: piece.path, outline))
    case .report(let report): found(document(report))
    case .file:
      do {
        try processFile(piece, found)
      } catch {
        found(.refused(Refusal(error, path: piece.path)))
      }
    }
  }

  private func processFile(_ piece: Piece, _ found: (Item) -> Void) throws {
    let file = try InputFile.open(piece.path)
    var reader: DocumentReader
    do {
      reader = try DocumentReader(
        ByteInput { try file.read(atMost: $0) }, format: options.from.format,
        options: options.options(for: piece.path))
    } catch is ReadingError where piece.isWalked {
      return found(.passedOver)
    }
    while let item = try reader.next() {
      switch item {
      case .feed(let head): found(.feed(path: piece.path, head))
      case .outline(let outline): found(.outline(path: piece.path, outline))
      case .report(let report): found(document(report))
      case .refused(let error): found(.refused(Refusal(error, path: piece.path)))
      }
    }
  }

  private func document(_ report: Report) -> Item {
    .document(report, extractor.findings(in: report, explained: explained))
  }
}
