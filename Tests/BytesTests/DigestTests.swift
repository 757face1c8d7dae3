import Bytes
import Testing

@Suite struct DigestTests {
  // The vectors of FIPS 180-2.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `SHA-256 gives the published digests`(text: String, digest: String) {
    #expect(Digest.hex(Digest.sha256(Array(text.utf8))) == digest)
  }

  @Test func `a slice has the digest of its own bytes`() {
    let bytes = Array("xabcx".utf8)
    #expect(Digest.sha256(bytes[1..<4]) == Digest.sha256(Array("abc".utf8)))
  }
}
