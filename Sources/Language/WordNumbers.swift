/// Words numbered in the order in which they come, each found by its hash: numbers in open addressing.
///
/// 64 bits decide: two words of one hash would be taken for one another. The hash of each stands
/// apart, so that both tables are small enough for the cache of a core.
struct WordNumbers: Sendable {
  private var hashes: [UInt64] = []

  /// A power of two of them, at most half of them taken.
  private var slots = [Int32](repeating: -1, count: 1024)

  var count: Int { hashes.count }

  /// The word's number, or -1.
  @inline(__always)
  func number(of hash: UInt64) -> Int32 { slots[slot(of: hash)] }

  /// The word's number, and whether it was given now.
  mutating func add(_ hash: UInt64) -> (number: Int32, isNew: Bool) {
    var slot = slot(of: hash)
    if slots[slot] >= 0 { return (slots[slot], false) }
    if hashes.count * 2 >= slots.count {
      grow()
      slot = self.slot(of: hash)
    }
    let number = Int32(hashes.count)
    slots[slot] = number
    hashes.append(hash)
    return (number, true)
  }

  /// The place of a word, or the free one where it would stand.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0, hashes[Int(slots[slot])] != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() { slots[slot(of: hash)] = Int32(number) }
  }
}
