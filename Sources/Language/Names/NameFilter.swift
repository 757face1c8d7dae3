/// Tells by a word's hash whether a name may begin with it; nearly all words end here.
struct NameFilter: Sendable {
  /// A bit for each value of a hash's lowest 18 bits: 32 KB, small enough for the cache of a core.
  private var bits = [UInt64](repeating: 0, count: 1 << 12)

  @inline(__always)
  func passes(_ hash: UInt64) -> Bool {
    bits[Int(hash & 0x3FFFF) >> 6] >> (hash & 63) & 1 != 0
  }

  mutating func insert(_ hash: UInt64) {
    bits[Int(hash & 0x3FFFF) >> 6] |= 1 << (hash & 63)
  }
}
