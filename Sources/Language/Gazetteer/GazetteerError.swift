/// Why a gazetteer was refused: every fault found in it, with its line.
public struct GazetteerError: Error, Hashable, Sendable {
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The line of the table, from 1.
    public var line: Int

    /// What is wrong there, for people.
    public var reason: String

    public init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }

    public var description: String { "\(line): \(reason)" }
  }

  /// In the order of their lines; never empty.
  public var faults: [Fault]

  public init(faults: [Fault]) { self.faults = faults }

  /// How many faults are told; a file of another kind would have one on every line.
  static let most = 20
}
