import Language
import Testing

@Suite struct SearchTextTests {
  @Test(arguments: [
    ("Plain text, with 1,200 words.", "Plain text, with 1,200 words."),
    ("Russia’s café — 1\u{A0}trillion", "Russia’s café — 1\u{A0}trillion"),
    ("work\u{AD}ers \u{200B}came", "workers came"), ("１２ＡＢ", "12AB"),
    ("朝鲜工人", "朝鲜 鲜工 工人 人"), ("有1.2万吨", "有 1.2 万吨 吨"), ("商", "商"),
    ("", ""),
  ])
  func `a text is cut where the index cannot`(text: String, indexed: String) {
    #expect(SearchText.indexed(text) == indexed)
  }

  @Test func `stems follow the text, with the numbers between them`() {
    #expect(SearchText.indexed("4 тысячи рабочих") == "4 тысячи рабочих\n4 тысяч рабоч")
    #expect(SearchText.indexed("노동자들이 DPRK") == "노동자들이 DPRK\n노동자")
  }

  @Test(arguments: [
    ("рабочие", "рабочих"), ("Рабочий", "рабочего"), ("тысячи", "тысяч"),
    ("контракты", "контрактов"),
    ("приморье", "приморью"), ("строительство", "строительством"), ("ещё", "еще"),
    ("노동자", "노동자들이"), ("연해주", "연해주에서"), ("북한", "북한은"), ("중국", "중국으로부터"),
  ])
  func `forms of a word have one stem`(one: String, other: String) {
    #expect(SearchText.stem(one) == SearchText.stem(other))
  }

  @Test(arguments: [
    ("КНДР", "кндр"), ("дом", "дом"), ("나는", "나는"), ("workers", "workers"), ("朝鲜", "朝鲜"),
    ("", ""),
  ])
  func `short words and other scripts stay`(word: String, stem: String) {
    #expect(SearchText.stem(word) == stem)
  }

  @Test func `a query is cut as the text is`() {
    func phrase(_ text: String, _ isPrefix: Bool = false) -> String {
      let (words, isPrefix) = SearchText.phrase(text, isPrefix: isPrefix)
      return words + (isPrefix ? "*" : "")
    }
    #expect(phrase("朝鲜工人") == "朝鲜 鲜工 工人")
    #expect(phrase("俄") == "俄*")
    #expect(phrase("рабочие") == "рабоч")
    #expect(phrase("рабочи", true) == "рабочи*")
    #expect(phrase("C++") == "C++")
    #expect(phrase("a\"b") == "ab")
    #expect(phrase("+++") == "")
    #expect(phrase("«»") == "")
  }

  @Test func `a long text takes its time in proportion`() {
    let text = String(repeating: "朝鲜工人 рабочие 노동자들이 ", count: 20_000)
    #expect(SearchText.indexed(text).utf8.count < text.utf8.count * 4)
  }

  @Test(arguments: [
    ("North Korean workers", "worker"), ("workers arrived", "worker"),
    ("share of exports", "share"), ("labor contracts requested", "contract"),
    ("people", "person"), ("Trade", "trade"), ("companies", "company"), ("gas", "gas"),
    ("buses", "bus"), ("businesses", "business"), ("taxes", "tax"), ("crisis", "crisis"),
    ("“citizens’”", "citizen"), ("", nil), ("—", nil),
  ])
  func `a phrase is about its head noun`(phrase: String, head: String?) {
    #expect(HeadNoun.of(phrase) == head)
  }
}
