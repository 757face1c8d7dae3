#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The command as a user runs it, as a process of its own.
struct CommandBench {
  var program: String
  var articles: Corpus?
  var scratch: Scratch

  func print() throws {
    Swift.print("\n" + Measurement.heading)
    let small = try scratch.write(ReportGenerator().jsonLines(1..<1_001), to: "small.jsonl")
    let large = try scratch.write(ReportGenerator().jsonLines(1..<10_001), to: "large.jsonl")
    try measureJobs("generated", large)
    if let articles {
      let lines = (0..<8).flatMap { _ in articles.reports.map(\.jsonLine) }
      try measureJobs("articles", try scratch.write(lines, to: "articles.jsonl"))
    }
    let one = measure("dossier ingest", small, ingest(small, into: scratch.path("small.db")))
    let ten = measure("dossier ingest", large, ingest(large, into: scratch.path("large.db")))
    Swift.print("\npeak memory of ingest")
    for (file, child) in [(small, one), (large, ten)] {
      let megabytes = child.map { Measurement.decimal($0.peakMegabytes) } ?? "failed"
      Swift.print(
        "\(file.documents) documents".padded(to: 30) + megabytes.padded(before: 14) + " MB")
    }
  }

  /// One core and two, and how many times as fast two are; the files' own bytes count.
  private func measureJobs(_ name: String, _ file: Scratch.File) throws {
    var seconds: [Double] = []
    for jobs in ["1", "2"] {
      let arguments = ["extract", "--jobs", jobs, "--from", "jsonl", file.path]
      guard let child = measure("extract --jobs \(jobs), \(name)", file, arguments) else { return }
      seconds.append(child.seconds)
    }
    Swift.print(
      "two jobs against one".padded(to: 30)
        + Measurement.decimal(seconds[0] / seconds[1]).padded(before: 24) + " times as fast")
  }

  private func ingest(_ file: Scratch.File, into archive: String) -> [String] {
    ["--archive", archive, "ingest", "--from", "jsonl", file.path]
  }

  @discardableResult
  private func measure(_ name: String, _ file: Scratch.File, _ arguments: [String]) -> Child? {
    guard let child = Child.run(program, arguments), child.status == 0 else {
      Swift.print(name.padded(to: 30) + "failed".padded(before: 14))
      return nil
    }
    let measurement = Measurement(
      name: name, documents: file.documents, bytes: file.bytes, seconds: child.seconds)
    Swift.print(measurement.row)
    return child
  }
}
