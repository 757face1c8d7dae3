/// Measures how fast reports are read, extracted and stored, layer by layer, and what memory it
/// takes.
///
/// `bench PROGRAM SAMPLES PYTHON`: the command to measure as a whole, a folder of articles, and a
/// Python with the packages of `peers/requirements.txt`.
@main
struct Bench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let scratch = try Scratch()
    defer { scratch.remove() }
    let generated = Corpus.generated
    let articles = arguments.count > 1 ? Corpus.articles(in: arguments[1]) : nil
    for corpus in [articles, generated].compactMap({ $0 }) { LayerBench(corpus: corpus).print() }
    try ReaderBench(
      reports: generated.reports, python: arguments.count > 2 ? arguments[2] : nil, scratch: scratch
    ).print()
    if let articles, arguments.count > 2 {
      let sentences = articles.sentences + generated.sentences.prefix(500)
      try PeerBench(python: arguments[2], sentences: sentences, scratch: scratch).print()
    }
    print("\n\(generated.reports.count) generated reports\n\n" + Measurement.heading)
    try StoreBench(reports: generated.reports, archive: scratch.path("own.db")).print()
    guard let program = arguments.first else { return }
    try CommandBench(program: program, articles: articles, scratch: scratch).print()
    try LongLineBench(program: program, scratch: scratch).print()
  }
}
