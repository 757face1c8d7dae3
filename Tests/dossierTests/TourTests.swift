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

  @Test func `the README lists every view with its columns`() throws {
    let place = try Workplace()
    try place.write("Firms asked for 15,000 workers.", to: "labor.txt")
    try place.dossier("--archive", "dossier.db", "ingest", "labor.txt")
    let names = try place.dossier(
      "--archive", "dossier.db", "sql", "select name from sqlite_schema where type = 'view'",
      "--json"
    ).objects().compactMap { $0["name"] as? String }
    var actual: [String: String] = [:]
    for name in names {
      let header = try place.dossier(
        "--archive", "dossier.db", "sql", "select * from \(name) limit 0", "--format", "csv")
      actual[name] = header.lines.first?.replacing(",", with: ", ")
    }
    let text = try String(contentsOf: ReadmeTests.readme, encoding: .utf8)
    let listed = text.matches(of: #/- `(v_\w+)`,[^:]*:\n((?:  [\w, ]+\n)+)/#).map { match in
      let columns = match.2.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return (String(match.1), columns)
    }
    #expect(Dictionary(listed) { one, _ in one } == actual)
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
        "PATH": "\(place.path("bin")):/usr/bin:/bin", "COLUMNS": "132", "NO_COLOR": "1",
        "TERM": "dumb", "SOURCE_DATE_EPOCH": "1767225600", "DOSSIER_ARCHIVE": "dossier.db",
      ])
    let lines = run.output.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    // What is written over does not stay on a terminal.
    let lasting = lines.map { line in
      line.ranges(of: "\r\u{1B}[K").last.map { String(line[$0.upperBound...]) } ?? String(line)
    }
    return lasting.reversed().drop(while: \.isEmpty).reversed()
  }
}
