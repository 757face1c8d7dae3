extension Fold {
  /// A name's letters and digits alone, so that it is known in an address or a class.
  static func squashed(_ name: some StringProtocol) -> [UInt8] { squashed(line(name)) }

  static func squashed(_ line: [UInt8]) -> [UInt8] {
    line.filter { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 >= 0x80 }
  }
}

extension [UInt8] {
  /// Whether the bytes of `part` stand somewhere in these, one after the other.
  func containsRun(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    return (0...count - part.count).contains {
      self[$0] == first && self[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
