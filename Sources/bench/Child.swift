#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run of another program, with what it cost.
struct Child {
  var status: Int32
  var seconds: Double

  /// The most memory that it held at once.
  var peakMegabytes: Double

  /// Runs a program to its end with its standard output thrown away; `nil` if it cannot start.
  static func run(_ program: String, _ arguments: [String]) -> Child? {
    var actions = Self.actions()
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let start = Measurement.now()
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child else { return nil }
    return Child(
      status: status, seconds: Measurement.now() - start,
      peakMegabytes: Double(usage.ru_maxrss) / maximumsPerMegabyte)
  }

  #if canImport(Glibc)
    /// Linux counts kilobytes, macOS bytes.
    private static let maximumsPerMegabyte = 1_000.0

    private static func actions() -> posix_spawn_file_actions_t {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      return actions
    }
  #else
    private static let maximumsPerMegabyte = 1_000_000.0

    private static func actions() -> posix_spawn_file_actions_t? {
      var actions: posix_spawn_file_actions_t?
      posix_spawn_file_actions_init(&actions)
      return actions
    }
  #endif
}
