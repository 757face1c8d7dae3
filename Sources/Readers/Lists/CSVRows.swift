/// The rows of a table of separated values, one after the other.
///
/// A row whose quotes are broken takes only its first line with it: rows are looked for anew from
/// the next one.
struct CSVRows: Sendable {
  struct Row {
    /// The line that it begins in, counted from 1.
    var number: Int

    /// Its place in the input, and its bytes there without the end of its last line.
    var offset: Int
    var bytes: [UInt8] = []

    /// Where the cells stand in `bytes`.
    var cells: [Range<Int>] = []

    /// Why it cannot be read.
    var fault: String?
  }

  let delimiter: UInt8

  /// How many cells every row has.
  let width: Int

  private let limit: Int
  private var number: Int
  private var offset = 0

  /// Lines that were taken for a part of a row, and are to be read once more from `next` on.
  private var held: [UInt8] = []
  private var heldStart = 0

  /// How many bytes may still be read once more; every byte that comes allows for a few.
  private var rereadLeft = 8 << 20

  /// The rows from line `number` on.
  init(_ header: CSVHeader, from number: Int, limit: Int) {
    delimiter = header.delimiter
    width = header.columns.count
    self.number = number
    self.limit = limit
  }

  /// The next row, or `nil` at the end; blank lines are none.
  mutating func next(from input: inout ByteInput) throws -> Row? {
    while true {
      if heldStart == held.count { (held, heldStart) = ([], 0) }
      var row = Row(number: number, offset: heldStart < held.count ? offset : input.offset)
      guard let line = try line(from: &input) else { return nil }
      guard !line.isTooLong else {
        row.fault = ReadingError.documentTooLong(limit).reason
        return row
      }
      guard line.bytes.contains(where: { $0 > 0x20 }) else { continue }
      row.bytes = line.bytes
      try read(&row, from: &input)
      while let last = row.bytes.last, last == 0x0A || last == 0x0D { row.bytes.removeLast() }
      // Of a row that is cut off at its first line, the cells that stand there.
      row.cells.removeAll { $0.upperBound > row.bytes.count }
      return row
    }
  }

  /// Finds the cells of a row, whose first line is there already.
  private mutating func read(_ row: inout Row, from input: inout ByteInput) throws {
    let firstLength = row.bytes.count
    let heldAtFirst = heldStart
    var isWhollyHeld = true
    var scan = CSVScan(delimiter: delimiter, limit: width)
    scan.run(over: row.bytes)
    while scan.isOpen, !scan.isBroken, row.bytes.count <= limit {
      isWhollyHeld = heldStart < held.count
      guard let line = try line(from: &input) else { break }
      // A line that is too long is left out, and is a blank one when it is counted again.
      row.bytes += line.isTooLong ? [0x0A] : line.bytes
      scan.run(over: row.bytes)
    }
    if scan.isOpen || scan.isBroken {
      row.fault = scan.isBroken ? "text behind a closing quote" : "a quote that nothing closes"
      let again = row.bytes[firstLength...]
      rereadLeft -= again.count
      // Of rows that all break off at the end, a table would be read as often as it has lines.
      if rereadLeft >= 0 {
        (held, heldStart) = isWhollyHeld ? (held, heldAtFirst) : (Array(again), 0)
        number = row.number + 1
        offset = row.offset + firstLength
      }
      row.bytes.removeSubrange(firstLength...)
    } else if scan.count != width {
      row.fault = "\(scan.count) cells where the header has \(width)"
    }
    row.cells = scan.cells
  }

  private mutating func line(from input: inout ByteInput) throws -> ByteInput.Line? {
    if heldStart < held.count {
      let end = held[heldStart...].firstIndex(of: 0x0A).map { $0 + 1 } ?? held.count
      let bytes = Array(held[heldStart..<end])
      heldStart = end
      offset += bytes.count
      number += 1
      return ByteInput.Line(bytes: bytes, isTooLong: false)
    }
    guard let line = try input.wholeLine(limit: limit) else { return nil }
    number += 1
    rereadLeft += 4 * line.bytes.count
    return line
  }
}
