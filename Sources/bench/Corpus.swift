import Model
import Readers
import Trials

/// Texts to measure with.
struct Corpus {
  var name: String
  var reports: [Report]

  var bytes: Int { reports.reduce(0) { $0 + $1.text.utf8.count } }

  /// Reports of made-up words with figures, names and dates among them.
  static let generated = Corpus(
    name: "generated reports", reports: ReportGenerator().reports(1..<1_001))

  /// The English articles of a folder, over and over, up to about two megabytes.
  ///
  /// `nil` where there are none.
  static func articles(in folder: String) -> Corpus? {
    let articles = Folder.paths(in: folder).flatMap(read)
      .filter { $0.language == "en" && !$0.text.isEmpty }
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    guard bytes > 0 else { return nil }
    return Corpus(
      name: "articles of \(folder)",
      reports: (0..<max(1, 2_000_000 / bytes)).flatMap { _ in articles })
  }

  /// Its sentences, as far as a point and a blank tell, each on a line of its own.
  var sentences: [String] {
    var seen: Set<String> = []
    return reports.flatMap { report in
      report.text.split(separator: "\n").flatMap { line in
        String(line).replacing(". ", with: ".\n").split(separator: "\n").map(String.init)
      }
    }.filter { $0.utf8.count > 20 && seen.insert($0).inserted }
  }

  private static func read(_ path: String) -> [Report] {
    guard let bytes = Folder.bytes(of: path) else { return [] }
    guard
      var reader = try? DocumentReader(ByteInput(bytes), options: ReadingOptions(name: path))
    else { return [] }
    var reports: [Report] = []
    while let item = try? reader.next() {
      if case .report(let report) = item { reports.append(report) }
    }
    return reports
  }
}
