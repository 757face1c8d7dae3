import ArgumentParser

/// How much is done side by side, wherever documents are worked on.
struct JobOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many documents are worked on at once.", valueName: "n"))
  var jobs: Int?

  /// As many as were asked for, else one for each core.
  var count: Int { jobs ?? DocumentProcessor.cores }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }
}
