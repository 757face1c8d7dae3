/// Finding the next member where one is damaged.
extension GzipMembers {
  /// So much damage is no accident; each place costs time.
  private static let attemptLimit = 10_000

  /// Goes on behind damage, with the next member that begins a record; `false` if there is none.
  func resume() throws -> Bool {
    damage = nil
    isInside = false
    held = 0
    pending = []
    starts = []
    if packed.offset == start { packed.drop(min(1, try packed.peek(1).count)) }
    while attempts < GzipMembers.attemptLimit, try seekMagic() {
      attempts += 1
      if WARC.begins(GzipMembers.opening(of: try packed.peek(512))) { return true }
      packed.drop(1)
    }
    return false
  }

  /// Whether a member that does not end has another one in it.
  func holdsRecord() throws -> Bool {
    let bytes = try packed.window(atLeast: 0).prefix(held)
    let skipped = packed.offset == start ? 1 : 0
    for place in bytes.indices.dropFirst(skipped) where GzipMembers.isMagic(bytes[place...]) {
      guard attempts < GzipMembers.attemptLimit else { return false }
      attempts += 1
      if WARC.begins(GzipMembers.opening(of: bytes[place...])) { return true }
    }
    return false
  }

  /// Goes to the next bytes that a member could begin with.
  private func seekMagic() throws -> Bool {
    while true {
      let bytes = try packed.window(atLeast: 3)
      guard bytes.count >= 3 else { return false }
      if let place = bytes.indices.first(where: { GzipMembers.isMagic(bytes[$0...]) }) {
        packed.drop(place - bytes.startIndex)
        return true
      }
      packed.drop(bytes.count - 2)
    }
  }

  /// Whether bytes begin as a member does that is packed by deflate.
  private static func isMagic(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 3 && bytes[bytes.startIndex] == 0x1F && bytes[bytes.startIndex + 1] == 0x8B
      && bytes[bytes.startIndex + 2] == 8
  }
}
