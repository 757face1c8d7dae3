import SQLite

/// The rows of a query, read one after the other; memory does not grow with their number.
///
/// No other call may change the archive while they are being read.
public final class Rows<Record> {
  private let step: () throws(ArchiveError) -> Record?

  /// The token that the next page starts with, once the limit has cut the rows off.
  public internal(set) var token: String?

  init(_ step: @escaping () throws(ArchiveError) -> Record?) { self.step = step }

  /// The next row, or `nil` past the last one.
  public func next() throws(ArchiveError) -> Record? { try step() }

  /// All rows that are left.
  public func all() throws(ArchiveError) -> [Record] {
    var records: [Record] = []
    while let record = try step() { records.append(record) }
    return records
  }
}
