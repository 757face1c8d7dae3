import Testing

/// Every sample is read and extracted, and what comes out is compared with what a person checked.
@Suite struct SamplesTests {
  @Test(arguments: Samples.readable)
  func `a sample gives what is expected of it`(name: String) throws {
    let found = try Samples.found(in: name)
    guard !Samples.isWriting else { return try Samples.write(found, for: name) }
    let expected = try Samples.expected(of: name).lines
    for change in found.difference(from: expected) {
      switch change {
      case .insert(let offset, let line, _):
        Issue.record("\(name), line \(offset + 1): found, but not expected: \(line)")
      case .remove(let offset, let line, _):
        Issue.record("\(name), line \(offset + 1): expected, but not found: \(line)")
      }
    }
  }

  @Test func `notes of a person stay with the lines that they are on`() {
    let notes = Notes(["a", "wrong: b", "", "c", "  wrong: d", "missing: e"])
    #expect(notes.lines == ["a", "", "c"])
    #expect(notes.added(to: ["x", "", "c"]) == ["x", "", "c", "  wrong: d", "missing: e"])
  }

  @Test func `every expectation has its sample`() {
    let samples = Samples.names(in: Samples.folder).map { $0 + ".txt" }
    #expect(Samples.names(in: Samples.expectations) == samples || Samples.isWriting)
  }
}
