import Fetching
import LocalServer
import Testing

@Suite struct FetcherTests {
  /// Asks an address of a server that answers in one way, from a machine that may see it.
  private func fetch(
    _ request: FetchRequest, allowsPrivate: Bool = true
  ) throws -> FetchResponse {
    let fetcher = try Fetcher(userAgent: "dossier/test", allowsPrivate: allowsPrivate)
    fetcher.start(request, tag: 1)
    while true {
      fetcher.run(atMost: .milliseconds(100))
      if let (_, result) = fetcher.next() { return try result.get() }
    }
  }

  private func answer(
    to path: String = "/", limits: FetchLimits = FetchLimits(),
    _ answer: @escaping @Sendable (LocalServer.Request) -> LocalResponse
  ) throws -> FetchResponse {
    let server = try LocalServer(answer)
    defer { server.close() }
    var request = FetchRequest(url: server.url(path))
    request.limits = limits
    return try fetch(request)
  }

  @Test func `a page comes with its header and its address`() throws {
    let response = try answer(to: "/a?b=c#d") { request in
      LocalResponse("Hello \(request.path)", type: "text/plain; charset=utf-8", [("X-A", " b ")])
    }
    #expect(response.status == 200)
    #expect(response.url.hasSuffix("/a?b=c"))
    #expect(response["x-a"] == "b")
    #expect(String(decoding: response.body, as: UTF8.self) == "Hello /a?b=c")
    #expect(response.movedTo == nil)
  }

  @Test func `a request says who asks, and nothing of the user`() throws {
    let server = try LocalServer { _ in LocalResponse("x", type: "text/plain") }
    defer { server.close() }
    _ = try fetch(FetchRequest(url: server.url("/é ü")))
    let request = try #require(server.requests.first)
    #expect(request.path == "/%C3%A9%20%C3%BC")
    #expect(request.headers["user-agent"] == "dossier/test")
    #expect(request.headers["accept-encoding"] == "gzip, deflate")
    #expect(request.headers["cookie"] == nil && request.headers["authorization"] == nil)
  }

  @Test func `what has not changed is not sent again`() throws {
    let server = try LocalServer { request in
      request.headers["if-none-match"] == "\"1\"" ? LocalResponse(304) : LocalResponse(200)
    }
    defer { server.close() }
    var request = FetchRequest(url: server.url("/"))
    request.etag = "\"1\""
    request.lastModified = "Thu, 04 Sep 2025 01:05:00 GMT"
    #expect(try fetch(request).isNotModified)
    #expect(server.requests[0].headers["if-modified-since"] == "Thu, 04 Sep 2025 01:05:00 GMT")
    request.etag = "a\r\nX-Evil: 1"
    #expect(try !fetch(request).isNotModified)
    #expect(server.requests[1].headers["x-evil"] == nil)
  }

  @Test(arguments: [([301, 308], "/2"), ([301, 302], "/1"), ([302, 301], nil), ([307], nil)])
  func `only redirections for good move an address`(statuses: [Int], moved: String?) throws {
    let response = try answer(to: "/0") { request in
      let step = Int(request.path.dropFirst()) ?? 0
      return step < statuses.count
        ? .redirect(statuses[step], to: "/\(step + 1)") : LocalResponse("end", type: "text/plain")
    }
    #expect(response.url.hasSuffix("/\(statuses.count)"))
    #expect(response.movedTo.map { String($0.suffix(2)) } == moved)
  }

  @Test func `a password goes along to the same host and to no other`() throws {
    let server = try LocalServer { request in
      let host = request.headers["host"] ?? ""
      return switch request.path {
      case "/0": .redirect(301, to: "/1")
      case "/1": .redirect(301, to: "http://\(host)/2")
      case "/3": .redirect(301, to: "http://\(host.replacing("127.0.0.1", with: "localhost"))/4")
      default: LocalResponse(200)
      }
    }
    defer { server.close() }
    func secret(_ path: String) -> String { server.url(path).replacing("//", with: "//me:secret@") }
    let response = try fetch(FetchRequest(url: secret("/0")))
    #expect(response.url == server.url("/2"))
    #expect(response.movedTo == secret("/2"))
    _ = try fetch(FetchRequest(url: secret("/3")))
    let sent = server.requests.map { $0.headers["authorization"] != nil }
    #expect(sent == [true, true, true, true, false])
  }

  @Test func `redirections in a circle end`() throws {
    #expect(throws: FetchError.tooManyRedirects(8)) {
      try answer { _ in .redirect(302, to: "/again") }
    }
  }

  @Test(arguments: ["ftp://127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1:70/_x"])
  func `nothing but HTTP is followed`(target: String) throws {
    #expect(throws: FetchError.self) { try answer { _ in .redirect(302, to: target) } }
    #expect(throws: FetchError.badAddress(target)) { try fetch(FetchRequest(url: target)) }
  }

  @Test func `packed bodies are unpacked`() throws {
    let packed: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 7, 0, 0x86, 0xA6, 0x10,
      0x36, 5, 0, 0, 0,
    ]
    let response = try answer { _ in
      LocalResponse(200, [("Content-Encoding", "gzip")], body: packed)
    }
    #expect(String(decoding: response.body, as: UTF8.self) == "hello")
    #expect(throws: FetchError.badlyPacked) {
      try answer { _ in
        LocalResponse(200, [("Content-Encoding", "gzip")], body: Array("not packed".utf8))
      }
    }
    #expect(throws: FetchError.cutOff(reason: "the packing of the body has no end")) {
      try answer { _ in
        LocalResponse(200, [("Content-Encoding", "gzip")], body: packed.dropLast(12))
      }
    }
  }

  @Test(arguments: [nil, 10, 100_000])
  func `a body over the limit is not taken, whatever its length is said to be`(
    said: Int?
  ) throws {
    var limits = FetchLimits()
    limits.size = 50_000
    // A length that is too short is the end of the answer.
    let response = try? answer(limits: limits) { _ in
      var response = LocalResponse(200, body: [UInt8](repeating: 0x41, count: 100_000))
      response.length = said
      return response
    }
    #expect(response?.body.count == (said == 10 ? 10 : nil))
  }

  @Test func `an answer that ends before its length is cut off`() throws {
    #expect {
      try answer { _ in
        var response = LocalResponse(200, body: [0x41])
        response.length = 100
        return response
      }
    } throws: { error in
      if case .cutOff = error as? FetchError { true } else { false }
    }
  }

  @Test func `a server that stalls is given up`() throws {
    var limits = FetchLimits()
    limits.total = .milliseconds(300)
    #expect(throws: FetchError.tooSlow(seconds: 0, received: 1)) {
      try answer(limits: limits) { _ in
        var response = LocalResponse(200, body: [0x41])
        response.length = 100
        response.stalls = true
        return response
      }
    }
  }

  @Test func `a server without manners is no answer`() throws {
    #expect(throws: FetchError.self) {
      try answer { _ in LocalResponse(200, [("X", String(repeating: "x", count: 1 << 20))]) }
    }
  }

  @Test func `no address of the machine itself is asked`() throws {
    let server = try LocalServer { _ in LocalResponse("x", type: "text/plain") }
    defer { server.close() }
    for host in ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "[::ffff:127.0.0.1]"] {
      #expect {
        try fetch(FetchRequest(url: "http://\(host):\(server.port)/"), allowsPrivate: false)
      } throws: { error in
        if case .privateAddress = error as? FetchError { true } else { false }
      }
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `a host that answers nobody is told`() throws {
    let server = try LocalServer { _ in LocalResponse() }
    server.close()
    #expect {
      try fetch(FetchRequest(url: server.url("/")))
    } throws: { error in
      if case .unreachable = error as? FetchError { true } else { false }
    }
    #expect(throws: FetchError.self) { try fetch(FetchRequest(url: "http://nowhere.invalid/")) }
  }

  @Test func `several addresses are asked side by side`() throws {
    let servers = try (0..<4).map { number in
      try LocalServer { _ in LocalResponse("\(number)", type: "text/plain") }
    }
    let fetcher = try Fetcher(userAgent: "t", allowsPrivate: true, connections: 4)
    for (tag, server) in servers.enumerated() {
      fetcher.start(FetchRequest(url: server.url("/")), tag: tag)
    }
    var bodies: [Int: String] = [:]
    while fetcher.underWay > 0 {
      fetcher.run(atMost: .milliseconds(100))
      while let (tag, result) = fetcher.next() {
        bodies[tag] = String(decoding: try result.get().body, as: UTF8.self)
      }
    }
    #expect(bodies == [0: "0", 1: "1", 2: "2", 3: "3"])
    for server in servers { server.close() }
  }
}
