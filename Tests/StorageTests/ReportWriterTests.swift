import Model
import Storage
import Testing

@Suite struct ReportWriterTests {
  static let text = """
    Officials in Vladivostok said on Monday that 1,200 North Korean workers had arrived in \
    Primorsky Krai since January.

    The regional government expects another 300 by the end of the year.
    """

  @Test func `a report is added once`() throws {
    let folder = try Folder()
    let archive = try Archive(path: folder.path("a.db"), for: .creating)
    let report = Fixture.report(Self.text, title: "Workers arrive", published: "2025-10-16")
    let first = try Fixture.ingest([report], into: archive)
    #expect(first.map(\.status) == [.added])
    #expect(first[0].id == 1)
    #expect(try Fixture.ingest([report], into: archive).map(\.status) == [.same])
    try archive.close()
  }
}
