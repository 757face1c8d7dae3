#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The command as a user runs it, as a process of its own.
struct CommandBench {
  var program: String
  var scratch: Scratch

  func print() throws {
    Swift.print("\n" + Measurement.heading)
    let small = try scratch.write(ReportGenerator().jsonLines(1..<1_001), to: "small.jsonl")
    let large = try scratch.write(ReportGenerator().jsonLines(1..<10_001), to: "large.jsonl")
    measure("dossier extract", large, ["extract", "--from", "jsonl", large.path])
    measure(
      "dossier extract --jobs 1", large, ["extract", "--jobs", "1", "--from", "jsonl", large.path])
    let one = measure("dossier ingest", small, ingest(small, into: scratch.path("small.db")))
    let ten = measure("dossier ingest", large, ingest(large, into: scratch.path("large.db")))
    Swift.print("\npeak memory of ingest")
    for (file, child) in [(small, one), (large, ten)] {
      let megabytes = child.map { Measurement.decimal($0.peakMegabytes) } ?? "failed"
      Swift.print(
        "\(file.documents) documents".padded(to: 30) + megabytes.padded(before: 14) + " MB")
    }
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
