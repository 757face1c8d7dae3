import SQLite

/// The rows of a query, read one after the other; memory does not grow with their number.
///
/// No other call may change the archive while they are being read.
public final class Rows<Record> {
  private let step: () throws(ArchiveError) -> (record: Record, place: [Value])?
  private let limit: Int
  private var count = 0
  private var place: [Value] = []

  private var ownToken: String?
  private var innerToken: () -> String? = { nil }

  /// The token that the next page starts with, once the limit has cut the rows off.
  public var token: String? { ownToken ?? innerToken() }

  init(_ step: @escaping () throws(ArchiveError) -> Record?) {
    self.step = { () throws(ArchiveError) in try step().map { ($0, []) } }
    limit = .max
  }

  /// Rows of which no more than `limit` are wanted; each says by what it is sorted.
  init(
    limit: Int?, _ step: @escaping () throws(ArchiveError) -> (record: Record, place: [Value])?
  ) {
    self.step = step
    self.limit = max(0, limit ?? .max)
  }

  /// The next row, or `nil` past the last one.
  public func next() throws(ArchiveError) -> Record? {
    if ownToken != nil { return nil }
    guard let (record, place) = try step() else { return nil }
    if count == limit {
      // There is one more than was asked for.
      ownToken = PageToken(self.place).text
      return nil
    }
    count += 1
    self.place = place
    return record
  }

  /// All rows that are left.
  public func all() throws(ArchiveError) -> [Record] {
    var records: [Record] = []
    while let record = try next() { records.append(record) }
    return records
  }

  /// The same rows, each made into something else.
  func map<Other>(
    _ transform: @escaping (Record) throws(ArchiveError) -> Other
  ) -> Rows<Other> {
    let rows = Rows<Other> { () throws(ArchiveError) in
      guard let record = try self.next() else { return nil }
      return try transform(record)
    }
    rows.innerToken = { self.token }
    return rows
  }
}

/// How many rows a query with a limit has to read.
enum Page {
  /// One more than is wanted, which tells whether there is a next page.
  static func clause(_ limit: Int?) -> String {
    guard let limit, limit < .max else { return "" }
    return "LIMIT \(max(0, limit) + 1)"
  }
}
