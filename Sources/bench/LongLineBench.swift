/// Single lines of some megabytes, which must take time in proportion to their size.
struct LongLineBench {
  var program: String
  var scratch: Scratch

  private static let kinds = [
    ("words", "amber"), ("digits", "1"), ("numbers", "1 amber, amber, amber, "), ("articles", "a "),
    ("brackets", "("), ("quotation marks", "\u{201C}"), ("figures", "about 40 tons of coal, "),
    ("a report", "In 2024, he said, Russia sold 40 million tons of coal to China, up 5 percent. "),
  ]

  func print() throws {
    Swift.print(
      "\na single line, MB/s" + "1 MB".padded(before: 21) + "2 MB".padded(before: 10)
        + "4 MB".padded(before: 10))
    for (name, piece) in Self.kinds {
      var row = name.padded(to: 30)
      for megabytes in [1, 2, 4] {
        let count = megabytes * 1_000_000 / piece.utf8.count
        let line = Array(String(repeating: piece, count: count).utf8)
        let file = try scratch.write([line], to: "line.txt")
        let child = Child.run(
          program, ["extract", "--from", "text", "--jobs", "1", "--omit", "text", file.path])
        let speed = child.map { $0.status == 0 ? Double(megabytes) / $0.seconds : 0 } ?? 0
        row += (speed > 0 ? Measurement.decimal(speed) : "failed").padded(before: 10)
      }
      Swift.print(row)
    }
  }
}
