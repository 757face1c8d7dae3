import Model

extension Report {
  /// A record of a web archive (WARC 1.1): the report's page, as a server sent it.
  public var capture: [UInt8] {
    capture(of: page, type: "text/html; charset=utf-8")
  }

  /// The record of anything else that was found at the report's address.
  public func capture(of body: [UInt8], type: String) -> [UInt8] {
    let message =
      Self.lines(["HTTP/1.1 200 OK", "Content-Type: \(type)", "Server: harbour"]) + body
    let head = Self.lines([
      "WARC/1.1", "WARC-Type: response", "WARC-Target-URI: \(url ?? "")",
      "WARC-Date: 2025-11-04T08:30:00Z", "WARC-Record-ID: <urn:uuid:\(id ?? "")>",
      "Content-Type: application/http; msgtype=response", "Content-Length: \(message.count)",
    ])
    return head + message + [0x0D, 0x0A, 0x0D, 0x0A]
  }

  /// The page with a picture, in one message, as a browser saves them (MHTML).
  public var saved: [UInt8] { saved(of: page) }

  /// The same of another page than the report's.
  public func saved(of page: [UInt8]) -> [UInt8] {
    let head = Self.lines([
      "From: <Saved by a browser>", "Snapshot-Content-Location: \(url ?? "")",
      "Subject: \(title ?? "")", "Date: Tue, 4 Nov 2025 08:30:00 -0000", "MIME-Version: 1.0",
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"--edge\"",
    ])
    let part = Self.lines([
      "----edge", "Content-Type: text/html", "Content-ID: <frame-1@example>",
      "Content-Transfer-Encoding: quoted-printable", "Content-Location: \(url ?? "")",
    ])
    let picture = Self.lines([
      "", "----edge", "Content-Type: image/png", "Content-Transfer-Encoding: base64",
      "Content-Location: https://ports.example.com/i/a.jpg",
    ])
    return head + part + Self.quotedPrintable(page) + picture
      + Array("iVBORw0KGgo=\r\n----edge--\r\n".utf8)
  }

  /// The lines of a header, and the blank one behind it.
  static func lines(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
