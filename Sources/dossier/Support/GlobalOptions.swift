import ArgumentParser
import Model
import Rendering

/// The options that every command takes, before its name or behind it.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The archive (else $DOSSIER_ARCHIVE, ./dossier.db if it is there, or the one in $XDG_DATA_HOME).",
      valueName: "file"))
  var archive: String?

  @Option(
    help: ArgumentHelp("What counts as now, for reports and tests.", valueName: "date"),
    transform: { try Arguments.instant($0) })
  var now: Instant?

  @Option(help: ArgumentHelp("Colour.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "No progress and no counts on standard error.")
  var quiet = false

  /// The time of this run: as given, else `SOURCE_DATE_EPOCH`, else the clock's.
  func time() throws -> Instant {
    if let now { return now }
    guard let epoch = Environment.value("SOURCE_DATE_EPOCH") else { return Environment.clock }
    guard let seconds = Int(epoch), abs(seconds) < 253_402_300_800 else {
      throw Failure(.usage, "SOURCE_DATE_EPOCH is not a number of seconds: \(epoch)")
    }
    return Instant(seconds: seconds)
  }

  /// Whether standard output gets colour.
  func style(_ output: Output) -> Style {
    switch color {
    case .always: Style(isColored: true)
    case .never: Style(isColored: false)
    case .auto:
      Style(
        isColored: output.isTerminal && Environment.value("NO_COLOR") == nil
          && Environment.value("TERM") != "dumb")
    }
  }

  func layout(_ output: Output) -> Table.Layout {
    output.isTerminal
      ? .terminal(columns: Environment.columns, style: style(output)) : .tabs
  }
}

/// How much is said; of one type wherever it is an option, as the command's name may stand behind it.
struct Verbosity: ParsableArguments {
  @Flag(
    name: [.customShort("v"), .customLong("verbose")],
    help: "Say more: what is passed over in a folder, and why.")
  var isVerbose = false
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Reads the values of options.
enum Arguments {
  /// A day, or RFC 3339 with its offset.
  static func instant(_ text: String) throws -> Instant {
    if let instant = Instant(rfc3339: text) { return instant }
    if let day = Day(iso: text) { return Instant(day: day) }
    throw ValidationError("'\(text)' is neither a day (2025-10-16) nor a time (RFC 3339)")
  }

  /// A number as people type it: `10000`, `10,000`, `5e6`.
  static func number(_ text: String) throws -> Double {
    guard let value = Double(text.filter { $0 != "," && $0 != "_" }), value.isFinite else {
      throw ValidationError("'\(text)' is no number")
    }
    return value
  }

  static func day(_ text: String) throws -> Day {
    if let day = Day(iso: text) { return day }
    throw ValidationError("'\(text)' is no day; write it as 2025-10-16")
  }
}
