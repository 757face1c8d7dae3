import Bytes

/// A response of HTTP/1 as a crawler has kept it.
struct HTTPMessage {
  let status: Int
  private(set) var fields = MIMEHeader()
  let body: ArraySlice<UInt8>

  private static let headerLimit = 1 << 16

  /// `nil` where the bytes are no response, or its header has no end.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var rest = bytes
    var lines: [ArraySlice<UInt8>] = []
    while let end = rest.prefix(HTTPMessage.headerLimit).firstIndex(of: 0x0A),
      end - bytes.startIndex < HTTPMessage.headerLimit
    {
      var line = rest[..<end]
      if line.last == 0x0D { line.removeLast() }
      rest = rest[(end + 1)...]
      if line.isEmpty {
        status = HTTPMessage.status(of: lines[0])
        for line in lines.dropFirst() { fields.take(line) }
        body = rest
        return
      }
      lines.append(line)
    }
    return nil
  }

  /// A body whose header was not kept: what the record's own says of it.
  init(_ fields: MIMEHeader, body: ArraySlice<UInt8>) {
    status = 200
    self.fields = fields
    self.body = body
  }

  private static func status(of line: ArraySlice<UInt8>) -> Int {
    let words = line.split(separator: 0x20)
    return words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
  }

  /// Whether a document may be in it.
  var isWanted: Bool { (200..<300).contains(status) && !body.isEmpty && kind != nil }

  var kind: MediaKind? { MediaKind(fields.value("content-type")?.name) }

  /// The body without its chunks; `nil` where there are none, whatever the header says.
  var dechunked: [UInt8]? {
    fields.list("transfer-encoding").contains("chunked") ? ChunkedBody.joined(body) : nil
  }

  /// The body without its packing.
  ///
  /// Crawlers unpack bodies and keep the header, so that the bytes themselves have the last word.
  func unpacked(_ body: ArraySlice<UInt8>, limit: Int) throws(ReadingError) -> [UInt8] {
    var bytes = body
    for name in fields.list("content-encoding").suffix(3).reversed() {
      guard let form = ContentCoding(name) else { continue }
      guard let unpacked = try form.unpacked(bytes, limit: limit) else { break }
      bytes = unpacked[...]
    }
    return Array(bytes)
  }
}
