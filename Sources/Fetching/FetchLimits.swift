/// What a fetch may cost before it is given up.
public struct FetchLimits: Hashable, Sendable {
  /// The longest body, in bytes, unpacked.
  public var size = 64 << 20

  /// For finding the host and connecting to it.
  public var connect = Duration.seconds(10)

  /// For everything, redirections included.
  public var total = Duration.seconds(120)

  /// How long a server may send less than `stallBytes` a second.
  public var stall = Duration.seconds(30)
  public var stallBytes = 1000

  public var redirects = 8

  public init() {}
}
