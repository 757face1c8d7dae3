#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long some documents took.
struct Measurement {
  var name: String
  var documents: Int
  var bytes: Int
  var seconds: Double

  /// `name   documents/s   MB/s`, in columns.
  var row: String {
    let perSecond = Double(documents) / seconds
    let megabytes = Double(bytes) / 1_000_000 / seconds
    return name.padded(to: 30) + String(Int(perSecond.rounded())).padded(before: 14)
      + Self.decimal(megabytes).padded(before: 10)
  }

  static let heading =
    "".padded(to: 30) + "documents/s".padded(before: 14) + "MB/s".padded(before: 10)

  /// Runs work once to warm up and then measures the best of three, which is what the machine can
  /// do when nothing else disturbs it.
  static func of(
    _ name: String, documents: Int, bytes: Int, work: () throws -> Void
  ) rethrows -> Measurement {
    try work()
    var best = Double.infinity
    for _ in 0..<3 {
      let start = now()
      try work()
      best = min(best, now() - start)
    }
    return Measurement(name: name, documents: documents, bytes: bytes, seconds: best)
  }

  /// Keeps the optimizer from leaving out work whose result nobody reads.
  @inline(never)
  static func keep(_ count: Int) {}

  /// Seconds on a clock that only goes forward.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A number with one digit behind the point.
  static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  func padded(before width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
