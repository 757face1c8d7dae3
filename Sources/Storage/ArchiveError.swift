/// Why an archive could not do what was asked, as the exit statuses tell it apart.
public enum ArchiveError: Error, Hashable {
  /// There is no file at the path. (66)
  case missing(path: String)

  /// The file is no archive. (65)
  case foreign(path: String)

  /// A newer version of the program made the file. (65)
  case newer(path: String, version: Int, known: Int)

  /// The file is an archive whose contents are broken. (65)
  case damaged(path: String, reason: String)

  /// The archive could not be created. (73)
  case cannotCreate(path: String, reason: String)

  /// Reading or writing failed: a full disk, a missing permission, a broken one. (74)
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)

  /// Another program kept the archive locked past the time-out. (75)
  case locked(path: String)

  /// The system's SQLite is too old or lacks a part. (69)
  case unsuitableLibrary(reason: String)

  /// The user stopped it. (130)
  case interrupted

  /// What the user asked for cannot be: an SQL error, a token that is none. (64)
  case invalid(reason: String)

  /// A name or id that the archive does not have. (1)
  case unknown(kind: String, name: String, suggestions: [String])
}

extension ArchiveError: CustomStringConvertible {
  /// One line that says what happened, and to which file.
  public var description: String {
    switch self {
    case .missing(let path): "\(path): no archive"
    case .foreign(let path): "\(path): not an archive of dossier"
    case .newer(let path, let version, let known):
      "\(path): made by a newer dossier (schema \(version), this one knows \(known))"
    case .damaged(let path, let reason): "\(path): damaged: \(reason)"
    case .cannotCreate(let path, let reason): "\(path): cannot create: \(reason)"
    case .cannotRead(let path, let reason): "\(path): cannot read: \(reason)"
    case .cannotWrite(let path, let reason): "\(path): cannot write: \(reason)"
    case .locked(let path): "\(path): locked by another program"
    case .unsuitableLibrary(let reason): reason
    case .interrupted: "interrupted"
    case .invalid(let reason): reason
    case .unknown(let kind, let name, let suggestions):
      "no \(kind) \(name)"
        + (suggestions.isEmpty
          ? "" : "; did you mean \(suggestions.joined(separator: ", "))?")
    }
  }
}
