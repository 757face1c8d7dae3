/// Measures how fast reports are read, extracted and stored, layer by layer, and what memory it
/// takes.
///
/// `bench PATH`: the command to measure as a whole.
@main
struct Bench {
  static func main() throws {
    let reports = ReportGenerator().reports(1..<1_001)
    print("\(reports.count) generated reports, best of three runs\n")
    print(Measurement.heading)
    LayerBench(reports: reports).print()
    let scratch = try Scratch()
    defer { scratch.remove() }
    try StoreBench(reports: reports, archive: scratch.path("own.db")).print()
    guard CommandLine.arguments.count > 1 else { return }
    try CommandBench(program: CommandLine.arguments[1], scratch: scratch).print()
  }
}
