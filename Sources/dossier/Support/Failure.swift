/// Why a command ends without its result: one line for people, and the exit status.
struct Failure: Error {
  var status: ExitStatus
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}

/// The exit statuses of the machine interface.
enum ExitStatus: Int32 {
  case done = 0

  /// Done in part, an unknown name or id, or faults found.
  case partly = 1
  case usage = 64

  /// The archive is none, of a newer version, or damaged.
  case badArchive = 65

  /// No input could be opened, or there is no archive.
  case noInput = 66
  case unavailable = 69
  case cannotCreate = 73
  case cannotWrite = 74

  /// The archive stayed locked.
  case locked = 75
  case interrupted = 130
  case terminated = 143
}

extension ExitStatus {
  /// What a run ends with that refused documents, some of them for want of a program outside; `nil`
  /// where it refused none.
  static func refusing(_ refused: Int, lackingTool: Int, taken: Int) -> ExitStatus? {
    guard refused > 0 else { return nil }
    return taken == 0 && lackingTool == refused ? .unavailable : .partly
  }
}

/// The command has said all; only its status is left to give.
struct Exit: Error {
  var status: ExitStatus
}

/// Whoever read standard output has closed it.
struct OutputClosed: Error {}
