import Readers

/// A part of the input that is worked on by itself.
struct Piece: Sendable {
  enum Content: Sendable {
    /// A small file of so many bytes, to be opened, read and searched by one task.
    case file(size: Int)

    /// What came from an address.
    case fetched(FetchedDocument)

    /// What has been read of a large file or of standard input.
    case item(ReadingItem)
    case refused(Refusal)

    /// In a folder, a file of no known format, and why it is left.
    case passedOver(Refusal)

    /// Everything of the path has been handed out.
    case end
  }

  var path: String
  var content: Content

  /// Whether it was found in a folder, where files of no known format are passed over.
  let isWalked: Bool

  /// What its documents came by, where that is to be told of them once they are stored.
  var errand: Errand?

  init(_ path: String, _ content: Content, isWalked: Bool = false) {
    self.path = path
    self.content = content
    self.isWalked = isWalked
  }

  /// About how many bytes it takes in memory.
  var weight: Int {
    switch content {
    case .item(.report(let report)): report.text.utf8.count + report.original.count
    case .file(let size): size
    case .fetched(let document): document.body.count
    case .item, .refused, .passedOver, .end: 0
    }
  }
}
