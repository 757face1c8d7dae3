import Model
import Testing

@testable import Rendering

@Suite struct IndependenceTests {
  private func claim(article: Int, source: String?, copyOf: Int? = nil) -> ClaimRecord {
    let evidence = TextSpan(start: 0, end: 1)
    let quantity = Quantity(evidence: evidence, value: 1, low: nil, high: nil, comparator: .equal)
    var record = ClaimRecord(
      id: article, key: "", articleID: article, articleKey: "", revision: 1, title: nil, url: nil,
      source: source, sourceReliability: "F", published: nil, saidOn: nil, sentence: "1",
      quote: "1", claim: Claim(quantity: quantity, sentence: evidence), sameAsID: nil)
    record.copyOf = copyOf
    return record
  }

  @Test func `a copy is no source, whichever comes first`() {
    let origin = claim(article: 1, source: "Agency")
    let copy = claim(article: 2, source: "Paper", copyOf: 1)
    #expect(Independence([origin, copy]).summary == "sources 1 (+1 copy)")
    #expect(Independence([copy, origin]).summary == "sources 1 (+1 copy)")
  }

  @Test func `copies of an article that is not there stand for it`() {
    let copies = [2, 3].map { claim(article: $0, source: "Paper \($0)", copyOf: 1) }
    #expect(Independence(copies).summary == "sources 1 (+2 copies)")
    #expect(Independence(copies + [claim(article: 4, source: "Other")]).sources == 2)
  }

  @Test func `articles of one publisher are one source, nameless ones each their own`() {
    let named = [1, 2].map { claim(article: $0, source: "Agency") }
    let nameless = [3, 4].map { claim(article: $0, source: nil) }
    #expect(Independence(named + nameless).summary == "sources 3")
  }
}
