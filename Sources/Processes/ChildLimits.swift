/// What a child process may take.
public struct ChildLimits: Sendable {
  /// In bytes of address space.
  public var memory: Int

  /// Both of processor time and by the clock.
  public var seconds: Int

  /// In bytes of standard output; of standard error only the beginning is kept.
  public var output: Int

  public init(memory: Int, seconds: Int, output: Int) {
    self.memory = memory
    self.seconds = seconds
    self.output = output
  }
}
