import Language
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("RUSSIA", "russia"), ("Türkiye", "turkiye"), ("São Tomé", "sao tome"),
    ("P’yŏngyang", "p'yongyang"), ("P\u{2BC}yongyang", "p'yongyang"), ("Běijīng", "beijing"),
    ("Đà Nẵng", "da nang"), ("Łódź", "lodz"), ("Straße", "strasse"), ("Æsir Œuvre", "aesir oeuvre"),
    ("e\u{301}te\u{301}", "ete"), ("Артём", "артем"), ("КИТАЙ", "китай"),
    ("Ulan\u{2011}Ude", "ulan-ude"), ("North\u{A0}Korea", "north korea"),
    ("co\u{AD}operate", "cooperate"), ("朝鲜 북한", "朝鲜 북한"), ("×÷", "×÷"), ("", ""),
  ])
  func `letters that stand for one another become the same`(text: String, folded: String) {
    #expect(Folding.folded(text) == folded)
  }

  @Test func `folding twice changes nothing more`() {
    let text = String(
      String.UnicodeScalarView((0x20...0x2FFF).compactMap { Unicode.Scalar($0) }))
    let once = Folding.folded(text)
    #expect(Folding.folded(once) == once)
  }
}
