import SQLite
import Testing

@Suite struct ConnectionTests {
  @Test func `values come back as they were bound`() throws {
    let connection = try Connection(path: ":memory:")
    let values: [Value] = [.null, 7, .real(2.5), "", "Хасан\u{0}x", .blob([]), .blob([0, 255])]
    let statement = try connection.statement("SELECT ?, ?, ?, ?, ?, ?, ?")
    try statement.bind(values)
    guard let row = try statement.next() else {
      Issue.record("no row")
      return
    }
    for (index, value) in values.enumerated() { #expect(row[index] == value) }
  }
}
