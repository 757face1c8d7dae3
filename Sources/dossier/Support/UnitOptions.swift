import ArgumentParser

/// Units of measure that a user adds, wherever texts are extracted from.
struct UnitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Units of measure besides the built-in ones, as tab-separated values; may be repeated.",
      valueName: "file"))
  var units: [String] = []
}
