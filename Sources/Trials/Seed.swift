import Bytes
import Model
import Readers

/// An input of a known format, to be mutilated.
public struct Seed: Sendable {
  public var format: Format
  public var bytes: [UInt8]

  public init(_ format: Format, _ bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }

  /// The files of a folder by what they are, and what no report is an example of.
  public static func all(in folder: String) -> [Seed] {
    let files = Folder.paths(in: folder).compactMap { path -> Seed? in
      guard let bytes = Folder.bytes(of: path) else { return nil }
      let options = ReadingOptions(name: path)
      let reader = try? DocumentReader(ByteInput(bytes), options: options)
      return reader.map { Seed($0.format, bytes) }
    }
    return files.isEmpty ? [] : files + [Seed(.opml, Array(list.utf8))]
  }

  private static let list = """
    <?xml version="1.0"?><opml version="2.0"><head><title>Ports</title></head><body>
    <outline text="East"><outline type="rss" text="Calls &amp; crews"
    xmlUrl="https://ports.example/rss" htmlUrl="/" category="/a/b,c"/></outline></body></opml>
    """

  /// The page in each of the formats that can hold one, their own structure whole.
  public static func holding(_ page: [UInt8]) -> [Seed] {
    var report = Report(path: "seed", text: "Forty ships came in May 2025.", original: [])
    report.id = "1"
    report.title = "Ships"
    report.url = "https://ports.example/1"
    let packed = Base64.encode(page)
    let record = report.capture(of: page, type: "text/html")
    let coded = report.capture(of: Gzip.member(page), type: "text/html\r\nContent-Encoding: gzip")
    return [
      Seed(.warc, record), Seed(.warc, Gzip.member(record) + Gzip.member(coded)),
      Seed(.mail, report.message(of: page)), Seed(.mhtml, report.saved(of: page)),
      Seed(.jsonl, Array("{\"id\":\"1\",\"html_base64\":\"\(packed)\"}\n".utf8)),
      Seed(.csv, Array("id,html_base64\n1,\(packed)\n".utf8)),
      Seed(.feed, Report.feed(holding: page)),
    ]
  }
}
