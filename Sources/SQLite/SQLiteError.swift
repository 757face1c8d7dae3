/// What SQLite refused, in its own words.
public struct SQLiteError: Error, Hashable {
  /// The extended result code; its lowest byte is the primary one.
  public var code: Int32
  public var message: String

  /// The byte of the statement that it stumbled over, where SQLite tells.
  public var offset: Int?

  public init(code: Int32, message: String, offset: Int? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
  }

  /// The primary result code: what kind of trouble it is.
  public var kind: Kind? { Kind(rawValue: code & 0xFF) }

  /// Whether it was reading from the file that failed, not writing to it.
  public var isOfReading: Bool {
    // SQLITE_IOERR_READ, _SHORT_READ and _CORRUPTFS, which Swift cannot import.
    kind == .inputOutput && [1, 2, 33].contains(code >> 8)
  }

  public enum Kind: Int32, Sendable {
    case error = 1
    case permission = 3
    case abort = 4
    case busy = 5
    case locked = 6
    case outOfMemory = 7
    case readOnly = 8
    case interrupted = 9
    case inputOutput = 10
    case corrupt = 11
    case full = 13
    case cannotOpen = 14
    case `protocol` = 15
    case tooBig = 18
    case constraint = 19
    case misuse = 21
    case notAuthorized = 23
    case notADatabase = 26
  }
}

extension SQLiteError: CustomStringConvertible {
  public var description: String { "\(message) (SQLite \(code))" }
}
