import Model

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The variables that the user has set.
enum Environment {
  /// The value, or `nil` where it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let text = getenv(name) else { return nil }
    let value = String(cString: text)
    return value.isEmpty ? nil : value
  }

  /// Where files lie that end with the program.
  static var temporaryFolder: String { value("TMPDIR") ?? "/tmp" }

  /// The path of such a file, for `mkstemp` and `mkdtemp` to fill in.
  static var temporaryPath: [CChar] { Array("\(temporaryFolder)/dossier-XXXXXX".utf8CString) }

  /// Who signs decisions.
  static var userName: String? {
    if let name = value("USER") ?? value("LOGNAME") { return name }
    return getpwuid(getuid()).flatMap { String(validatingCString: $0.pointee.pw_name) }
  }

  /// The time of the system's clock.
  static var clock: Instant { Instant(seconds: time(nil)) }

  /// How many columns standard output has, if it is a terminal.
  static var columns: Int {
    var size = winsize()
    if let columns = value("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
