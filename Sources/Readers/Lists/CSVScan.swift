/// Finds the cells of one row (RFC 4180), in as many lines as its quotes take.
struct CSVScan {
  /// Where the cells stand, quotes included; no more than the limit.
  private(set) var cells: [Range<Int>] = []

  /// How many cells there are.
  private(set) var count = 0

  /// Whether a quote is open, so that the next line is a part of the row.
  var isOpen: Bool { state == .quoted }

  /// Whether something stands behind a closing quote.
  private(set) var isBroken = false

  static let quote = UInt8(ascii: "\"")

  private enum State { case start, plain, quoted, closing }

  private let delimiter: UInt8
  private let limit: Int
  private var state = State.start
  private var start = 0
  private var index = 0

  init(delimiter: UInt8, limit: Int) {
    self.delimiter = delimiter
    self.limit = limit
  }

  /// Goes on with the lines that `bytes` have now, the earlier ones included.
  mutating func run(over bytes: [UInt8]) {
    while index < bytes.count {
      let byte = bytes[index]
      switch (state, byte) {
      case (.quoted, CSVScan.quote): state = .closing
      case (.quoted, _): break
      case (.start, CSVScan.quote), (.closing, CSVScan.quote): state = .quoted
      case (_, delimiter): endCell()
      case (_, 0x0A), (_, 0x0D): break
      case (.closing, _):
        isBroken = true
        return
      default: state = .plain
      }
      index += 1
    }
    guard !isOpen else { return }
    while index > start, bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D { index -= 1 }
    endCell()
  }

  private mutating func endCell() {
    if count < limit { cells.append(start..<index) }
    count += 1
    start = index + 1
    state = .start
  }

  /// The bytes of a cell, its quotes taken away.
  static func content(of cell: ArraySlice<UInt8>) -> [UInt8] {
    guard cell.count >= 2, cell.first == quote, cell.last == quote else { return Array(cell) }
    var content: [UInt8] = []
    content.reserveCapacity(cell.count)
    var isEscape = false
    for byte in cell.dropFirst().dropLast() {
      isEscape = byte == quote && !isEscape
      if !isEscape { content.append(byte) }
    }
    return content
  }
}
