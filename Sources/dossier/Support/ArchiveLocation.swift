import Language
import Storage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension GlobalOptions {
  /// The archive's path: as given, else `DOSSIER_ARCHIVE`, else `./dossier.db` if it is there, else
  /// the one in the user's data folder.
  var archivePath: String {
    if let path = archive ?? Environment.value("DOSSIER_ARCHIVE") {
      // SQLite would keep ":memory:" nowhere.
      return path == ":memory:" ? "./" + path : path
    }
    if access("dossier.db", F_OK) == 0 { return "dossier.db" }
    let data =
      Environment.value("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (Environment.value("HOME") ?? ".") + "/.local/share"
    return data + "/dossier/dossier.db"
  }

  /// Opens the archive and says what the user should know of it.
  func open(for mode: Archive.Access) throws -> Archive {
    let archive = try Archive(path: archivePath, for: mode, builtIn: .builtIn)
    archive.isCancelled = { Signals.isInterrupted }
    tell(archive.takeNotices())
    return archive
  }

  /// Opens what a dry run may write to and takes back: the archive, a copy of one that cannot be
  /// written, or where there is none an empty one in memory.
  func openForDryRun() throws -> Archive {
    do {
      guard Archive.isWritable(at: archivePath) else { return try scratch() }
      return try open(for: .writing)
    } catch ArchiveError.missing {
      return try Archive(path: ":memory:", for: .creating, builtIn: .builtIn)
    }
  }

  /// A copy without a name, which ends with the program.
  private func scratch() throws -> Archive {
    let archive = try open(for: .reading)
    var template = Environment.temporaryPath
    guard let name = mkdtemp(&template) else {
      let reason = Descriptor.reason(errno)
      throw Failure(
        .cannotCreate, "cannot create a folder in \(Environment.temporaryFolder): \(reason)")
    }
    let folder = String(cString: name)
    let path = folder + "/dossier.db"
    defer {
      for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
      rmdir(folder)
    }
    try archive.backUp(to: path)
    let copy = try Archive(path: path, for: .writing, builtIn: .builtIn)
    copy.isCancelled = { Signals.isInterrupted }
    return copy
  }

  /// Closes what a run has written to, and tells what the archive has to say.
  ///
  /// - Returns: the error that ended the run, else that of closing.
  func close(_ archive: Archive, after error: (any Error)?) -> (any Error)? {
    var error = error
    do { try archive.close() } catch let closing { error = error ?? closing }
    tell(archive.takeNotices())
    return error
  }

  func tell(_ notices: [String]) {
    for notice in notices { Console.note("dossier: \(notice)") }
  }

  /// Opens the archive for one command that writes, and closes it whatever happens.
  func write<Result>(
    for mode: Archive.Access = .writing, _ body: (Archive) throws -> Result
  ) throws -> Result {
    Signals.postpone()
    let archive = try open(for: mode)
    let result = try body(archive)
    try archive.close()
    tell(archive.takeNotices())
    try Signals.check()
    return result
  }
}

extension ArchiveError {
  var status: ExitStatus {
    switch self {
    case .missing: .noInput
    case .foreign, .newer, .damaged: .badArchive
    case .cannotCreate: .cannotCreate
    case .cannotRead, .cannotWrite: .cannotWrite
    case .locked: .locked
    case .unsuitableLibrary: .unavailable
    case .interrupted: .interrupted
    case .invalid: .usage
    case .unknown: .partly
    }
  }

  /// What happened, and what to do about it.
  var advice: String {
    switch self {
    case .missing: "\(self); dossier ingest PATH makes one, --archive names another"
    case .locked: "\(self); try again when that has ended"
    case .newer: "\(self); the file is as it was"
    default: description
    }
  }
}
