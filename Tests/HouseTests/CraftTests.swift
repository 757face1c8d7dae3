import Testing

@Suite struct CraftTests {
  @Test(arguments: [
    "fatalError(", "try!", " as! ", "@unchecked Sendable", "nonisolated(unsafe)", "TODO", "FIXME",
    "/home/", "/root/", "/Users/",
  ])
  func `no source holds what must not reach a user`(phrase: String) throws {
    let sources = ["swift", "c", "h", "tsv"].flatMap {
      House.files(in: "Sources", withExtension: $0)
    }
    let holding = try sources.filter { try House.text($0).contains(phrase) }
    #expect(holding.isEmpty)
  }
}
