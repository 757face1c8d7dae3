import Bytes
import Testing

@Suite struct QuotedPrintableTests {
  private func decoded(_ text: String) -> String {
    String(decoding: QuotedPrintable.decode(Array(text.utf8)[...]), as: UTF8.self)
  }

  @Test(arguments: [
    ("caf=C3=A9", "café"), ("caf=c3=a9", "café"), ("forty =\r\nships", "forty ships"),
    ("forty =\nships", "forty ships"), ("forty= \t\r\nships", "fortyships"), ("=3D=3D", "=="),
    ("one \t\r\ntwo", "one\r\ntwo"), ("a b", "a b"), ("", ""), ("end=", "end"), ("end=\r\n", "end"),
  ])
  func `bytes come out of their digits, and lines are joined`(text: String, plain: String) {
    #expect(decoded(text) == plain)
  }

  @Test(arguments: ["a=b", "a=4", "a=G1", "1+1=2!", "é", "a==\u{A0}"])
  func `what breaks the rules stands for itself`(text: String) {
    #expect(decoded(text) == text)
  }

  @Test func `a low line is a blank in a word`() {
    #expect(
      QuotedPrintable.decodeWord(Array("a_b=5F=E9=".utf8)[...]) == Array("a b_".utf8) + [
        0xE9, 0x3D,
      ])
  }
}
