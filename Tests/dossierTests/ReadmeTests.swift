import Foundation
import Testing

/// Every command's help stands in the README, between `<!-- help -->` and `<!-- /help -->`.
///
/// `make readme` writes that part anew.
@Suite struct ReadmeTests {
  static let readme = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "README.md")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: readme.path)))
  func `the README has the help of every command`() throws {
    let place = try Workplace()
    let help = try sections(of: [], in: place).joined(separator: "\n")
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- help -->\n"))
    let end = try #require(text.range(of: "<!-- /help -->"))
    if ProcessInfo.processInfo.environment["DOSSIER_README"] == "write" {
      let updated = text[..<start.upperBound] + "\n" + help + "\n" + text[end.lowerBound...]
      try Data(updated.utf8).write(to: Self.readme)
    } else {
      let present = text[start.upperBound..<end.lowerBound]
      #expect(present == "\n" + help + "\n", "make readme writes it anew")
    }
  }

  /// The help of a command and of those below it, each under a heading of its own.
  private func sections(of command: [String], in place: Workplace) throws -> [String] {
    let words = command.joined(separator: " ")
    let help = try place.shell("dossier \(words) --help", environment: ["COLUMNS": "80"]).output
    let heading = "### dossier" + (words.isEmpty ? "" : " " + words)
    let section = "\(heading)\n\n```text\n\(help.trimmingCharacters(in: .newlines))\n```\n"
    return [section]
      + (try subcommands(in: help).flatMap { try sections(of: command + [$0], in: place) })
  }

  private func subcommands(in help: String) -> [String] {
    help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst().compactMap { line in
      line.firstMatch(of: #/^  ([a-z-]+)(?: |$)/#).map { String($0.1) }
    }
  }
}
