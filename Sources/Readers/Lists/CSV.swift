import Model

/// A table of articles (RFC 4180), one a row, under a row of names; the names are those of JSON
/// Lines, and other columns are passed over.
///
/// A row that is ragged or broken is refused by its line, and the rest is read. Of a table in UTF-16,
/// which Excel calls Unicode text, the rows' originals are in UTF-8, and have no place in the input.
public struct CSV: Reader {
  public static let format = Format.csv
  private let options: ReadingOptions
  private var header: CSVHeader?
  private var rows: CSVRows?
  private var isOpen = false
  private var isWide = false
  public private(set) var line: Int?

  public init(options: ReadingOptions) { self.options = options }

  /// One known name alone could be the first word of any text.
  public static func recognizes(_ head: Head) -> Bool {
    guard !head.isBinary else { return false }
    let line = head.start.prefix { $0 != 0x0A && $0 != 0x0D }
    return CSVHeader(Array(line)).map { $0.known >= 2 } ?? false
  }

  public mutating func next(from input: inout ByteInput) throws -> ReadingItem? {
    if !isOpen {
      isOpen = true
      isWide = try input.narrow()
      if let refusal = try open(&input) { return .refused(refusal) }
    }
    guard let header, let row = try rows?.next(from: &input) else { return nil }
    line = row.number
    var id: String?
    do {
      let fields = header.fields(of: row, charset: options.charset)
      id = fields.id
      if let fault = row.fault { throw ReadingError(fault) }
      var report = try fields.report(mime: "text/csv", options: options)
      report.offset = isWide ? nil : row.offset
      report.original = row.bytes
      return .report(report)
    } catch let error as ReadingError {
      return .refused(ReadingError(error.reason, at: .line(row.number), id: id))
    }
  }

  /// Reads the first line that is not blank; without a header the whole input is refused.
  private mutating func open(_ input: inout ByteInput) throws -> ReadingError? {
    var number = 0
    while let line = try input.wholeLine(limit: options.documentLimit) {
      number += 1
      let bytes = number == 1 ? line.bytes[...].withoutMark : line.bytes[...]
      guard line.isTooLong || bytes.contains(where: { $0 > 0x20 }) else { continue }
      header = CSVHeader(Array(bytes))
      guard let header else {
        return ReadingError("the first line names neither text nor html", at: .line(number))
      }
      rows = CSVRows(header, from: number + 1, limit: options.documentLimit)
      return nil
    }
    return nil
  }
}
