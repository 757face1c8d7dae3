import Readers

/// An input that cannot be taken, and why.
struct Refusal: Error, Hashable {
  var path: String
  var line: Int?
  var offset: Int?
  var id: String?
  var reason: String

  /// Whether the document can be read where a program outside is installed.
  var lacksTool: Bool { reason == ReadingError.noPDFTool.reason }

  /// `PATH:LINE: reason`.
  var sentence: String {
    let place = line.map { ":\($0)" } ?? offset.map { ":byte \($0)" } ?? ""
    return "\(path)\(place): \(reason)"
  }

  /// Of what was passed over.
  var remark: String { "\(path): passed over: \(reason)" }

  /// How many files were passed over; `nil` for none.
  static func remark(on passedOver: Int) -> String? {
    passedOver == 0 ? nil : "\(passedOver) \(passedOver == 1 ? "file" : "files") passed over"
  }
}

extension Refusal {
  init(_ error: ReadingError, path: String) {
    self.init(path: path, id: error.id, reason: error.reason)
    switch error.place {
    case .line(let number): line = number
    case .offset(let number): offset = number
    case nil: break
    }
  }

  /// Whatever was thrown while a path was read.
  init(_ error: any Error, path: String) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let error as ReadingError: self.init(error, path: path)
    default: self.init(path: path, reason: String(describing: error))
    }
  }

  /// Whether a file of a folder may be left where no reader takes it.
  ///
  /// One whose name promises a document is damaged, or was never saved as a whole.
  static func isPassedOver(_ error: ReadingError, path: String) -> Bool {
    let name = path.lowercased()
    return error == .listOfFeeds || !promising.contains { name.hasSuffix("." + $0) }
  }

  private static let promising = [
    "txt", "text", "md", "html", "htm", "xhtml", "rss", "atom", "warc", "warc.gz", "wacz", "jsonl",
    "ndjson", "csv", "eml", "mbox", "mhtml", "mht", "pdf",
  ]
}
