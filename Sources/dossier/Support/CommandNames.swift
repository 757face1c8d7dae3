import ArgumentParser

/// Looks for a mistyped command among the arguments that could not be read.
enum CommandNames {
  /// A sentence about the first word that should name a command and does not, or `nil`.
  static func complaint(_ arguments: [String]) -> String? {
    var known = names(below: Dossier.self)
    var words = plainWords(arguments)[...]
    guard let first = words.popFirst() else { return nil }
    guard let command = known[first] else {
      return "unknown command '\(first)'" + advice(first, known)
    }
    known = names(below: command)
    guard let second = words.first, !known.isEmpty, known[second] == nil,
      let meant = Suggestion.nearest(to: second, among: known.keys.sorted())
    else { return nil }
    return "unknown command '\(first) \(second)'; did you mean \(first) \(meant)?"
  }

  /// The arguments behind a command's name, without those that say where things are.
  static func query(of command: String) -> String {
    var rest = CommandLine.arguments.drop { $0 != command }.dropFirst()
    var kept: [String] = []
    while let argument = rest.popFirst() {
      if valued.contains(argument) || argument == "--output" || argument == "-o" {
        rest = rest.dropFirst()
      } else if !valued.contains(where: { argument.hasPrefix($0 + "=") }) {
        kept.append(argument)
      }
    }
    return kept.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
  }

  /// The general options that take a value.
  private static let valued = ["--archive", "--now", "--color"]

  private static func advice(
    _ word: String, _ known: [String: any ParsableCommand.Type]
  ) -> String {
    let phrase = Suggestion.phrase(for: word, among: known.keys.sorted())
    return phrase.isEmpty ? "; dossier --help lists them" : phrase
  }

  private static func names(
    below command: any ParsableCommand.Type
  ) -> [String: any ParsableCommand.Type] {
    var names: [String: any ParsableCommand.Type] = [:]
    for child in command.configuration.subcommands { names[child._commandName] = child }
    return names
  }

  /// The arguments that are neither options nor the values of the general ones.
  private static func plainWords(_ arguments: [String]) -> [String] {
    var words: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst(), argument != "--" {
      if valued.contains(argument) {
        rest = rest.dropFirst()
      } else if !argument.hasPrefix("-") {
        words.append(argument)
      }
    }
    return words
  }
}
