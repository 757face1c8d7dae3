import Testing

@testable import Fetching

@Suite struct WebLocationTests {
  @Test func `passwords are sent and not shown`() {
    let location = WebLocation("https://me:secret@news.example:8080/a b?ü#top")
    #expect(location.shown == "https://news.example:8080/a b?ü")
    #expect(location.wire == "https://me:secret@news.example:8080/a%20b?%C3%BC")
    #expect(location.host == "news.example")
  }

  @Test(arguments: ["", ":", "http:", "http://", "//a", "http//a", "javascript:alert(1)", "@"])
  func `what has no host is no address`(text: String) {
    #expect(!WebLocation(text).isHTTP)
  }

  @Test(arguments: [
    ("http://a.example@b.example/", "b.example"), ("http://[::1]:80/x", "[::1]"),
    ("HTTP://A.Example", "a.example"), ("http://a.example?x@y", "a.example"),
    ("http://a.example\\@b.example/", "a.example"),
  ])
  func `the host is the one that is asked`(address: String, host: String) {
    #expect(WebLocation(address).host == host)
  }
}
