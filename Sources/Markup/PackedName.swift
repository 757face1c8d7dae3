/// A name of up to sixteen bytes as two numbers, so that names are compared without allocating one.
struct PackedName: Equatable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// Of a longer name, only that it is longer counts.
  private(set) var count = 0

  init() {}

  init(_ name: String) {
    for byte in name.utf8 { append(byte) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    count += 1
    guard count <= 16 else { return }
    high = high << 8 | low >> 56
    low = low << 8 | UInt64(byte)
  }
}
