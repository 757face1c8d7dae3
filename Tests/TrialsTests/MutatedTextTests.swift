import Foundation
import Model
import Readers
import Testing
import Trials

/// A part of what `make fuzz` does for longer, in a sequence that is always the same.
@Suite struct MutatedTextTests {
  static let properties = DocumentProperties()
  static let published = Day(year: 2025, month: 10, day: 16)

  static let folder = URL(filePath: #filePath).appending(path: "../../../Samples").standardized
  static let samples = Folder.paths(in: folder.path).map { URL(filePath: $0) }

  @Test func `there are samples`() { #expect(!Self.samples.isEmpty) }

  @Test(arguments: samples)
  func `what is found in a sample keeps the rules, however it is mutilated`(sample: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: sample))
    let reports = try Self.properties.check(bytes)
    // A list has none, and a PDF none without a program.
    #expect(reports > 0 || ["opml", "pdf"].contains(sample.pathExtension))
    var mutator = Mutator(seed: UInt64(bytes.count))
    for _ in 0..<12 { try Self.properties.check(mutator.mutated(bytes)) }
  }

  @Test(arguments: samples.filter { $0.pathExtension == "txt" })
  func `a paragraph behind a text leaves its claims alone`(sample: URL) throws {
    let text = String(decoding: try Data(contentsOf: sample), as: UTF8.self)
    let paragraphs = text.components(separatedBy: "\n\n")
    for count in 1..<paragraphs.count {
      try Self.properties.checkAppending(
        paragraphs[count], to: paragraphs[..<count].joined(separator: "\n\n"),
        published: Self.published)
    }
  }

  @Test func `a number that opens a sentence has nothing before it`() throws {
    try Self.properties.check("Officials put the number of thefts at\n\nThree thousand. 3,000.")
  }

  @Test func `random bytes are refused or read, and never end the program`() throws {
    var mutator = Mutator(seed: 7)
    for _ in 0..<200 {
      let bytes = (0..<mutator.next(400)).map { _ in UInt8(truncatingIfNeeded: mutator.next(256)) }
      for format in [nil] + Format.allCases {
        try Self.properties.check(bytes, as: format)
      }
    }
  }
}
