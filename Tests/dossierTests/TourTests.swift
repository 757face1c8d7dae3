import Foundation
import Testing

/// What the README shows of the command is what the command prints.
///
/// Each block of kind `console` is run as it stands, all of them one after the other in one place
/// with the samples; `make readme` writes what comes out beneath each command.
@Suite struct TourTests {
  @Test(.enabled(if: Tour.isPossible))
  func `the README shows what the commands print`() throws {
    let text = try String(contentsOf: ReadmeTests.readme, encoding: .utf8)
    let lines = try Tour().lines(
      runningThose: text.split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init))
    let updated = lines.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["DOSSIER_README"] == "write" {
      try Data(updated.utf8).write(to: ReadmeTests.readme)
    } else {
      #expect(updated == text, "make readme writes it anew")
    }
  }
}

/// A walk through the commands of a text.
struct Tour {
  let place: Workplace

  /// `script` makes a terminal on Linux, so that tables look as they do on one.
  static let isPossible =
    FileManager.default.fileExists(atPath: ReadmeTests.readme.path)
    && FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  init() throws {
    place = try Workplace()
    let samples = ReadmeTests.readme.deletingLastPathComponent().appending(path: "Samples")
    try FileManager.default.copyItem(at: samples, to: place.folder.appending(path: "Samples"))
    let programs = place.folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: programs.appending(path: "dossier"),
      withDestinationURL: URL(filePath: Workplace.program))
  }

  /// The lines with the output below each command as it is now.
  func lines(runningThose lines: [String]) throws -> [String] {
    var result: [String] = []
    var isConsole = false
    for line in lines {
      if isConsole, line.hasPrefix("$ ") {
        result.append(line)
        result += try output(of: String(line.dropFirst(2)))
      } else if !isConsole || line == "```" {
        result.append(line)
        isConsole = line == "```console"
      }
    }
    return result
  }

  private func output(of command: String) throws -> [String] {
    let quoted = command.replacingOccurrences(of: "'", with: "'\\''")
    let run = try place.shell(
      "script -qec '\(quoted)' /dev/null < /dev/null",
      environment: [
        "PATH": "\(place.path("bin")):/usr/bin:/bin", "COLUMNS": "100", "NO_COLOR": "1",
        "TERM": "dumb", "SOURCE_DATE_EPOCH": "1767225600", "DOSSIER_ARCHIVE": "dossier.db",
      ])
    return run.output.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init).reversed().drop(while: \.isEmpty).reversed()
  }
}
