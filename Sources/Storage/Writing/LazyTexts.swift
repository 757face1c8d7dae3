import Language

/// The words of an article's texts, cut when the first candidate asks for them.
final class LazyTexts {
  private let load: () throws(ArchiveError) -> [CopyText]
  private var texts: [CopyText]?

  init(_ load: @escaping () throws(ArchiveError) -> [CopyText]) { self.load = load }

  func all() throws(ArchiveError) -> [CopyText] {
    if let texts { return texts }
    let texts = try load()
    self.texts = texts
    return texts
  }
}
