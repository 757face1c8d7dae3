import Testing

@testable import Readers

@Suite struct MIMEFieldTests {
  private func words(_ text: String, charset: String? = nil) -> String {
    EncodedWords.text(Array(text.utf8)[...], charset: charset)
  }

  @Test(arguments: [
    ("=?utf-8?Q?caf=C3=A9_one?=", "café one"), ("=?UTF-8?b?Y2Fmw6k=?= two", "café two"),
    ("=?koi8-r?B?8M/S1A==?=", "Порт"), ("=?windows-1251?Q?=CF=EE=F0=F2?=", "Порт"),
    ("=?iso-8859-1?q?a?= =?iso-8859-1?q?b?=", "ab"), ("=?utf-8?q?a?=\t =?koi8-r?q?b?= c", "ab c"),
    ("x =?utf-8*en?Q?a?= y", "x a y"), ("(=?utf-8?q?a?=)", "(a)"),
    // A character cut between two words.
    ("=?utf-8?B?w4M=?= =?utf-8?B?wqk=?=", "Ã©"), ("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"),
    ("a\r\n b", "a b"), ("", ""), ("=?utf-8?Q?two words?=", "two words"),
  ])
  func `encoded words are decoded`(field: String, text: String) { #expect(words(field) == text) }

  @Test(arguments: [
    "=?", "=?utf-8", "=?utf-8?Q", "=?utf-8?Q?", "=?utf-8?Q?a", "=?utf-8?Q?a?", "=?utf-8?X?a?=",
    "=?utf-8 Q?a?=", "==?=?=",
  ])
  func `what breaks off stands for itself`(field: String) { #expect(words(field) == field) }

  @Test func `a word of an unknown encoding is not lost`() {
    #expect(words("=?x-none?Q?ships?=") == "ships")
  }

  @Test func `bytes beyond ASCII are UTF-8, or of the encoding that is named`() {
    #expect(words("café") == "café")
    #expect(EncodedWords.text([0xCF, 0xEE, 0xF0, 0xF2][...], charset: "windows-1251") == "Порт")
  }

  private func value(_ text: String) -> MIMEValue? { MIMEValue(Array(text.utf8)) }

  @Test(arguments: [
    ("text/html; charset=UTF-8", "text/html", "charset", "UTF-8"),
    ("Text/HTML;charset = \"koi8-r\"; x", "text/html", "charset", "koi8-r"),
    ("a/b (one (two) three); c=d (e)", "a/b", "c", "d"),
    ("a/b; c=\"d\\\"e;f\"", "a/b", "c", "d\"e;f"),
    ("a; f*=utf-8'en'caf%C3%A9", "a", "f", "café"), ("a; f=x; f*=''y", "a", "f", "y"),
    ("a; f*1=two; f*0=one", "a", "f", "onetwo"),
    ("a; f*0*=koi8-r''%F0%CF; f*1*=%F2%F4", "a", "f", "ПоРТ"),
    ("a; f=\"=?utf-8?q?caf=C3=A9?=\"", "a", "f", "café"), ("a; b=\"--  x\"", "a", "b", "--  x"),
    ("a; f=\"open", "a", "f", "open"), ("a; ; =; f=1", "a", "f", "1"),
  ])
  func `a value has its parameters`(field: String, name: String, key: String, parameter: String) {
    #expect(value(field)?.name == name)
    #expect(value(field)?.parameter(key) == parameter)
  }

  @Test(arguments: [
    "text/html; charset='koi8-r'", "text/html x; charset=\"koi8-r\"", "text/html ;charset=koi8-r",
  ])
  func `a type and its encoding are read as servers write them`(field: String) {
    #expect(value(field)?.name == "text/html")
    #expect(value(field)?.charset == "koi8-r")
  }

  @Test(arguments: ["", " ", ";", "(only a comment)"])
  func `a value without a word is none`(field: String) { #expect(value(field) == nil) }

  @Test func `a number of a piece that is too large is no number`() {
    #expect(value("a; f*99999999999999999999=x")?.parameter("f") == "x")
  }
}
