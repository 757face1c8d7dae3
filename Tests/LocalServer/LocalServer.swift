import Foundation
import Synchronization

/// A server of HTTP on a loopback port, which answers as a test wants it to.
public final class LocalServer: Sendable {
  public struct Request: Sendable {
    public var path: String

    /// By their names in lower case.
    public var headers: [String: String]
  }

  public let port: Int
  private let listener: Int32
  private let received = Mutex<[Request]>([])
  private let isClosed = Atomic(false)

  public init(_ answer: @escaping @Sendable (Request) -> LocalResponse) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileNoSuchFile) }
    port = Int(UInt16(bigEndian: address.sin_port))
    signal(SIGPIPE, SIG_IGN)
    Thread.detachNewThread { [self] in
      while !isClosed.load(ordering: .relaxed) {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { continue }
        Thread.detachNewThread { [self] in serve(connection, answer) }
      }
    }
  }

  /// Ends it; what is under way goes on.
  public func close() {
    isClosed.store(true, ordering: .relaxed)
    shutdown(listener, Int32(SHUT_RDWR))
    Glibc.close(listener)
  }

  /// All requests that have come, in their order.
  public var requests: [Request] { received.withLock { $0 } }

  public func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private func serve(
    _ connection: Int32, _ answer: (Request) -> LocalResponse
  ) {
    defer { Glibc.close(connection) }
    guard let request = Self.request(from: connection) else { return }
    received.withLock { $0.append(request) }
    let response = answer(request)
    var rest = response.bytes[...]
    while !rest.isEmpty {
      let sent = Array(rest.prefix(1 << 16)).withUnsafeBytes {
        write(connection, $0.baseAddress, $0.count)
      }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
    // Nothing more, and no end: until the other side gives up.
    if response.stalls { _ = Self.read(from: connection) }
  }

  private static func request(from connection: Int32) -> Request? {
    var text = ""
    while !text.contains("\r\n\r\n") {
      guard let part = read(from: connection) else { return nil }
      text += part
    }
    let lines = text.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    var request = Request(path: String(words[1]), headers: [:])
    for line in lines.dropFirst() {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      request.headers[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces)
    }
    return request
  }

  private static func read(from connection: Int32) -> String? {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = Glibc.read(connection, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
