import Bytes
import Testing

@Suite struct Base64Tests {
  // The vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `encodes and decodes the published vectors`(plain: String, encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
  }

  @Test(arguments: ["Zm9v\r\nYmFy", " Zm9vYmFy ", "Zm9vYmFy\t"])
  func `white space is passed over`(text: String) {
    #expect(Base64.decode(text) == Array("foobar".utf8))
  }

  @Test func `the padding may be missing, and digits may be URL-safe`() {
    #expect(Base64.decode("Zg=") == Array("f".utf8))
    #expect(Base64.decode("Zg") == Array("f".utf8))
    #expect(Base64.decode("-_8=") == [0xFB, 0xFF])
  }

  @Test(arguments: ["Z", "Zm9v====", "Zm9v!", "Zg==Zg==", "Zm9vY"])
  func `anything else is refused`(text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test(arguments: [
    ("Zm9v\r\nYmFy\r\n", "foobar"), ("Zm9v!Ym*Fy", "foobar"), ("Zg==Zg==", "ff"), ("Zm9vY", "foo"),
    ("Zm9vYm", "foob"), ("====", ""), ("", ""), ("\u{0}é", ""),
  ])
  func `mail's form passes over what is no digit, and takes what is whole`(
    text: String, plain: String
  ) {
    #expect(Base64.decodeMail(Array(text.utf8)[...]) == Array(plain.utf8))
  }
}
