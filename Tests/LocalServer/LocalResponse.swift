import Foundation

/// What a local server answers.
public struct LocalResponse: Sendable {
  public var status = 200
  public var headers: [(name: String, value: String)] = []
  public var body: [UInt8] = []

  /// What the header says of the body's length, true or not.
  public var length: Int?

  /// Whether it neither goes on nor ends.
  public var stalls = false

  public init(_ status: Int = 200, _ headers: [(String, String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public init(_ text: String, type: String, _ headers: [(String, String)] = []) {
    self.init(200, [("Content-Type", type)] + headers, body: Array(text.utf8))
  }

  public static func redirect(_ status: Int, to location: String) -> LocalResponse {
    LocalResponse(status, [("Location", location)])
  }

  /// As it goes over the line.
  var bytes: [UInt8] {
    var head = "HTTP/1.1 \(status) Said\r\nConnection: close\r\n"
    if status != 304 { head += "Content-Length: \(length ?? body.count)\r\n" }
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    return Array((head + "\r\n").utf8) + body
  }
}
