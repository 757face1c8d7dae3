import Language
import Model
import SQLite

/// The archive: one SQLite file with everything that came in and what was found in it.
///
/// It belongs to one task. Errors are `ArchiveError` throughout.
public final class Archive {
  public enum Access: Sendable {
    /// Reads only; the file has to be there.
    case reading

    /// Reads and writes; the file has to be there.
    case writing

    /// Reads and writes; a missing file is created, and so are the folders above it.
    case creating
  }

  public let path: String

  /// What the user should know of the opening and the writing, one line each: `migrated 3 → 5,
  /// copy at …`.
  public internal(set) var notices: [String] = []

  /// Asked now and then while a statement runs; `true` ends it with `ArchiveError.interrupted`.
  public var isCancelled: (() -> Bool)?

  /// Opens an archive; `:memory:` is one that ends with the program.
  ///
  /// `builtIn` is the program's own gazetteer. Opening for writing brings the archive's copy of it
  /// in step.
  public init(
    path: String, for access: Access, builtIn: Gazetteer = Gazetteer()
  ) throws(ArchiveError) {
    self.path = path
  }

  /// Brings everything into the one file and closes it; a command that wrote ends with this.
  public func close() throws(ArchiveError) {}

  /// The entities that the user added, to be laid over the built-in ones for extraction.
  public func userEntities() throws(ArchiveError) -> [Entity] { [] }
}
