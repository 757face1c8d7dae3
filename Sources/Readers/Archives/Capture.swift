import Bytes
import Model

/// What a WARC record keeps of the web, where it is a document that can be read.
struct Capture {
  let format: Format

  /// The document's bytes, as a browser would get them.
  let payload: [UInt8]

  /// What the links of the document are resolved against.
  private(set) var address: String?
  private(set) var charset: String?
  let language: String?
  let time: Instant?
  let recordID: String?

  /// Whether the crawler broke off.
  let isTruncated: Bool

  /// `nil` for records that hold no document: images, requests, redirections.
  ///
  /// - Throws: why a document cannot be had.
  init?(_ fields: MIMEHeader, block: ArraySlice<UInt8>, limit: Int) throws(ReadingError) {
    let id = fields["warc-record-id"].map { $0.trimmed.filter { $0 != "<" && $0 != ">" } }
    recordID = id
    guard let record = Capture.message(fields, block), !block.isEmpty else { return nil }
    guard record.fields.value("content-type")?.name != "application/http" else {
      throw ReadingError("a response without the end of its header", id: id)
    }
    guard record.isWanted else { return nil }
    guard fields["warc-segment-number"] == nil else {
      throw ReadingError("a part of a record in several", id: id)
    }
    do throws(ReadingError) {
      try Capture.check(fields["warc-block-digest"], of: [block])
      let dechunked = record.dechunked
      let packed = dechunked.map { $0[...] } ?? record.body
      let payload = try record.unpacked(packed, limit: limit)
      // Programs differ in what they take the digest of.
      try Capture.check(
        fields["warc-payload-digest"], of: [record.body, packed, payload[...]])
      self.payload = payload
    } catch {
      throw ReadingError(error.reason, id: id)
    }
    let target = fields["warc-target-uri"]?.filter { $0 != "<" && $0 != ">" }
    guard let format = record.kind?.format(of: payload, address: target) else { return nil }
    self.format = format
    language = record.fields["content-language"].flatMap { $0.contains(",") ? nil : $0 }
    time = fields["warc-date"].flatMap { Instant(rfc3339: $0) }
    isTruncated = fields["warc-truncated"] != nil
    address = target
    charset = record.fields.value("content-type")?.charset
    if format == .feed { completeFeed(record) }
  }

  /// Whether the beginning of a block looks like a document's.
  static func isWanted(_ fields: MIMEHeader, _ block: ArraySlice<UInt8>) -> Bool {
    message(fields, block)?.isWanted ?? false
  }

  /// The media type of a server's answer that has a body; `nil` for other records.
  static func type(_ fields: MIMEHeader, _ block: ArraySlice<UInt8>) -> String? {
    guard let message = message(fields, block), (200..<300).contains(message.status),
      !message.body.isEmpty
    else { return nil }
    return message.fields.value("content-type").map { String($0.name.prefix(80)) } ?? "no type"
  }

  private static func message(
    _ fields: MIMEHeader, _ block: ArraySlice<UInt8>
  ) -> HTTPMessage? {
    switch fields["warc-type"]?.lowercased() {
    case "response": HTTPMessage(block) ?? HTTPMessage(fields, body: block)
    case "resource": HTTPMessage(fields, body: block)
    default: nil
    }
  }

  private static func check(
    _ written: String?, of candidates: [ArraySlice<UInt8>]
  ) throws(ReadingError) {
    guard let written, let digest = RecordDigest(written) else { return }
    guard candidates.contains(where: digest.matches) else {
      throw ReadingError("a record that does not match its digest")
    }
  }

  /// What HTTP decides for feeds and not for pages.
  private mutating func completeFeed(_ message: HTTPMessage) {
    let location = message.fields["content-location"]
    address = location.flatMap { WebAddress.resolved($0, against: address) } ?? address
    // RFC 3023 has XML of the type text/* in ASCII where nothing is said, and RFC 7303 lets the
    // document decide. Both are right for a document that is ASCII.
    let isText = message.fields.value("content-type")?.name.hasPrefix("text/") ?? false
    if charset == nil, isText, payload.allSatisfy({ $0 < 0x80 }) { charset = "us-ascii" }
  }
}
