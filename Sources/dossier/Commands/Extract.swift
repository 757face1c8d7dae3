import ArgumentParser
import Extraction
import Glibc
import JSON
import Language
import Model
import Rendering

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what would be stored, as NDJSON.")

  @Option var from = "auto"
  @Option var published: String?
  @Argument var paths: [String] = []

  func run() throws {
    let extractor = Extractor(gazetteer: .builtIn)
    let renderer = JSONLinesRenderer()
    for path in paths {
      let bytes = try read(path)
      var json = JSONWriter()
      if from == "jsonl" {
        for line in bytes.split(separator: 0x0A) {
          let value = try JSONParser.parse(Array(line))
          var report = Report(
            path: path, text: value["text"]?.string ?? "", original: Array(line))
          report.id = value["id"]?.string
          report.published = value["published"]?.string.flatMap { Day(iso: $0) }
          write(report, extractor, renderer, &json)
        }
      } else {
        var report = Report(
          path: path, text: String(decoding: bytes, as: UTF8.self), original: bytes)
        report.published = published.flatMap { Day(iso: $0) }
        write(report, extractor, renderer, &json)
      }
      json.bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
          done += Glibc.write(1, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        }
      }
    }
  }

  private func write(
    _ report: Report, _ extractor: Extractor, _ renderer: JSONLinesRenderer,
    _ json: inout JSONWriter
  ) {
    let findings = extractor.findings(
      in: report.text, published: report.published, language: report.language)
    renderer.write(report, findings, into: &json)
  }

  private func read(_ path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[0..<count]
    }
  }
}
