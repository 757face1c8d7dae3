import Model
import Readers
import Trials

/// Inputs of one format, made of generated reports.
struct ReaderInputs {
  var name: String
  var format: Format

  /// Each is read by itself.
  var inputs: [[UInt8]]

  /// What reading should reach at least, in MB/s.
  var goal: Double?

  /// What `peers/readers.py` calls inputs of this kind; `nil` where nobody else reads them.
  var kind: String?

  var bytes: Int { inputs.reduce(0) { $0 + $1.count } }

  /// All kinds of input, of a few megabytes each.
  static func all(of reports: [Report]) -> [ReaderInputs] {
    let ships = Array(reports.prefix(200))
    let twenties = stride(from: 0, to: reports.count - 19, by: 20).map { reports[$0..<$0 + 20] }
    return [
      ReaderInputs(
        name: "pages", format: .html, inputs: ships.map(\.page), goal: 40, kind: "pages"),
      ReaderInputs(
        name: "feeds", format: .feed, inputs: twenties.map { Report.feed(of: Array($0)) }, goal: 20,
        kind: "feeds"),
      ReaderInputs(
        name: "WARC of pages, packed", format: .warc,
        inputs: [ships.flatMap { Gzip.member($0.capture) }], kind: "warc"),
      ReaderInputs(
        name: "WARC of pictures, packed", format: .warc,
        inputs: [ships.flatMap { Gzip.member($0.capture(of: picture($0), type: "image/jpeg")) }],
        kind: "warc"),
      ReaderInputs(name: "messages", format: .mail, inputs: ships.map(\.message), kind: "mail"),
      ReaderInputs(name: "mailbox", format: .mail, inputs: [Report.mailbox(of: ships)]),
      ReaderInputs(name: "saved pages (MHTML)", format: .mhtml, inputs: ships.map(\.saved)),
      ReaderInputs(
        name: "JSON Lines", format: .jsonl, inputs: [reports.flatMap(\.jsonLine)], kind: "jsonl"),
    ]
  }

  /// Bytes that cannot be packed, as those of a picture.
  private static func picture(_ report: Report) -> [UInt8] {
    var random = SplitMix(seed: UInt64(report.text.utf8.count))
    return (0..<20_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }

  /// Reads them all, and gives how many reports they hold.
  func read() -> Int {
    inputs.reduce(0) { count, bytes in
      guard
        var reader = try? DocumentReader(
          ByteInput(bytes), format: format, options: ReadingOptions(name: "bench"))
      else { return count }
      var count = count
      while let item = try? reader.next() {
        if case .report = item { count += 1 }
      }
      return count
    }
  }
}
