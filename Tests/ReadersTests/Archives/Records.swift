import Model
import Readers

/// A record of a web archive, with a header that fits it unless it is given another.
func record(
  _ type: String, _ fields: [String], _ block: [UInt8], length: Int? = nil
) -> [UInt8] {
  let lines =
    [
      "WARC/1.1", "WARC-Type: \(type)", "WARC-Target-URI: https://tide.example/2025/ships",
      "WARC-Date: 2025-09-04T01:05:00Z", "WARC-Record-ID: <urn:uuid:0001>",
      "Content-Length: \(length ?? block.count)",
    ] + fields
  let hasType = fields.contains { $0.hasPrefix("Content-Type") }
  let kind = hasType ? [] : ["Content-Type: application/http; msgtype=response"]
  let head = (lines + kind).joined(separator: "\r\n") + "\r\n\r\n"
  return Array(head.utf8) + block + [0x0D, 0x0A, 0x0D, 0x0A]
}

func record(_ block: [UInt8], length: Int? = nil) -> [UInt8] {
  record("response", [], block, length: length)
}

func response(_ fields: [String], _ body: [UInt8], status: String = "200 OK") -> [UInt8] {
  let hasType = fields.contains { $0.hasPrefix("Content-Type") }
  let lines = ["HTTP/1.1 \(status)"] + fields + (hasType ? [] : ["Content-Type: text/html"])
  return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
}

func response(_ body: [UInt8]) -> [UInt8] { response([], body) }

/// The bytes of a page whose body is one sentence.
func page(_ sentence: String, head: String = "") -> [UInt8] {
  Array("<html><head><title>Ships</title>\(head)</head><body><p>\(sentence)</p></body></html>".utf8)
}

func items(_ bytes: [UInt8], _ format: Format? = nil, limit: Int? = nil) throws -> [ReadingItem] {
  var options = ReadingOptions(name: "-")
  if let limit { options.documentLimit = limit }
  var reader = try DocumentReader(ByteInput(bytes), format: format, options: options)
  var items: [ReadingItem] = []
  while let item = try reader.next() { items.append(item) }
  return items
}

/// What an archive gives, in order: texts, and refusals as `offset 7: reason`.
func outline(_ bytes: [UInt8], _ format: Format? = .warc, limit: Int? = nil) throws -> [String] {
  try items(bytes, format, limit: limit).compactMap { item in
    switch item {
    case .passedOver: return nil
    case .feed(let head): return "feed \(head.charset ?? "")"
    case .outline(let outline): return "outline \(outline.feedURL)"
    case .report(let report): return report.text
    case .refused(let error):
      guard case .offset(let offset) = error.place else { return error.reason }
      return "offset \(offset): \(error.reason)"
    }
  }
}
