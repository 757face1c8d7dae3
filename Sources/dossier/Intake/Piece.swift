import Model

/// A part of the input that is read on its own.
struct Piece: Sendable {
  enum Content: Sendable {
    /// A file of its own, not opened yet.
    case file

    /// The bytes of standard input, or of one part of a container.
    case bytes([UInt8])

    /// What cannot be taken.
    case refused(Refusal)

    /// Everything of the path has been handed out.
    case end
  }

  var path: String
  var content: Content
  var format = InputFormat.auto

  /// Where the part stands in its container.
  var line: Int?
  var offset: Int?

  /// Whether it was found in a folder, where files of no known format are passed over.
  var isWalked = false

  init(_ path: String, _ content: Content) {
    self.path = path
    self.content = content
  }

  /// About how many bytes it holds in memory.
  var weight: Int {
    if case .bytes(let bytes) = content { bytes.count } else { 1024 }
  }
}
