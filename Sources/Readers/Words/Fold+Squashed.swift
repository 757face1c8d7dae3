extension Fold {
  /// A name's letters and digits alone, so that it is known in an address or a class.
  static func squashed(_ name: some StringProtocol) -> [UInt8] { squashed(line(name)) }

  static func squashed(_ line: [UInt8]) -> [UInt8] {
    line.filter { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 >= 0x80 }
  }
}
