import Bytes
import Model

extension Report {
  /// A message from a list (RFC 5322) that has the report as text and as a page.
  public var message: [UInt8] { message(of: page) }

  /// The message with another page than the report's.
  public func message(of page: [UInt8]) -> [UInt8] {
    let head = Self.lines([
      "From: \"Ewa Lindqvist\" <ewa@ports.example.com>", "To: readers@ports.example.com",
      "Subject: \(title ?? "")", "Date: Tue, 4 Nov 2025 08:30:00 +1000",
      "Message-ID: <\(id ?? "")@ports.example.com>", "List-Id: Port Calls <ports.example.com>",
      "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=\"edge\"",
    ])
    let plain = Self.lines([
      "--edge", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
    ])
    let part = Self.lines([
      "", "--edge", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64",
    ])
    return head + plain + Self.quotedPrintable(Array(text.utf8)) + part + Self.base64(page)
      + Array("\r\n--edge--\r\n".utf8)
  }

  /// Such messages in one file (mbox, RFC 4155).
  public static func mailbox(of reports: [Report]) -> [UInt8] {
    reports.flatMap { report in
      let message = report.message.filter { $0 != 0x0D }
      return Array("From ewa@ports.example.com Tue Nov  4 08:30:00 2025\n".utf8) + message + [0x0A]
    }
  }

  /// RFC 2045, section 6.7.
  static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var column = 0
    for byte in bytes {
      if byte == 0x0A {
        output += [0x0D, 0x0A]
        column = 0
        continue
      }
      if column > 72 {
        output += Array("=\r\n".utf8)
        column = 0
      }
      let isPlain = (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "=")
      output += isPlain ? [byte] : Array("=\(Digest.hex([byte]).uppercased())".utf8)
      column += isPlain ? 1 : 3
    }
    return output
  }

  /// RFC 2045, section 6.8, in lines of 76.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array(Base64.encode(bytes).utf8)
    return Array(
      stride(from: 0, to: digits.count, by: 76)
        .map { digits[$0..<min($0 + 76, digits.count)] }.joined(separator: [0x0D, 0x0A]))
  }
}
