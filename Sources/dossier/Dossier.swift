import ArgumentParser

@main
struct Dossier: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who says how many, of what, where, when, how firmly, and the sentence.",
    version: "dossier 0.1.0",
    subcommands: [Extract.self])
}
