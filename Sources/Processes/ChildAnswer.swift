/// What a child process that ended by itself has said.
public struct ChildAnswer: Sendable {
  public var status: Int32
  public var output: [UInt8]

  /// The beginning of its standard error.
  public var errors: [UInt8]
}
