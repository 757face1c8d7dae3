/// An address of IPv4 or IPv6, in network order.
struct NetworkAddress: Hashable, Sendable {
  /// 4 or 16.
  let bytes: [UInt8]

  /// Blocks that lead to no public host: this host, private and link-local networks, carriers'
  /// inner ones, documentation, measurement, relays, multicast, and what is not in use.
  private static let innerFour: [(bytes: [UInt8], bits: Int)] = [
    ([0, 0, 0, 0], 8), ([10, 0, 0, 0], 8), ([100, 64, 0, 0], 10), ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16), ([172, 16, 0, 0], 12), ([192, 0, 0, 0], 24), ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24), ([192, 168, 0, 0], 16), ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24), ([203, 0, 113, 0], 24), ([224, 0, 0, 0], 4), ([240, 0, 0, 0], 4),
  ]

  private static let innerSix: [(bytes: [UInt8], bits: Int)] = [
    ([0x20, 0x01, 0, 0], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF, 0, 0], 20),
  ]

  /// Whether it may belong to any host of the public network.
  var isPublic: Bool {
    switch bytes.count {
    case 4: return !NetworkAddress.innerFour.contains { starts(with: $0.bytes, bits: $0.bits) }
    case 16:
      if let embedded { return embedded.isPublic }
      // All of the public network lies in 2000::/3.
      return bytes[0] >> 5 == 1
        && !NetworkAddress.innerSix.contains { starts(with: $0.bytes, bits: $0.bits) }
    default: return false
    }
  }

  private func starts(with prefix: [UInt8], bits: Int) -> Bool {
    for index in 0..<(bits + 7) / 8 {
      let kept = UInt8(truncatingIfNeeded: 0xFF00 >> min(8, bits - index * 8))
      if bytes[index] & kept != prefix[index] & kept { return false }
    }
    return true
  }

  /// The address of IPv4 that one of IPv6 leads to: mapped, translated (NAT64) or tunnelled (6to4).
  private var embedded: NetworkAddress? {
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
    let translated = [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)
    if bytes.starts(with: mapped) || bytes.starts(with: translated) {
      return NetworkAddress(bytes: Array(bytes[12...]))
    }
    return bytes.starts(with: [0x20, 0x02]) ? NetworkAddress(bytes: Array(bytes[2..<6])) : nil
  }
}

extension NetworkAddress: CustomStringConvertible {
  var description: String {
    guard bytes.count == 16 else { return bytes.map(String.init).joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map { index in
      String(Int(bytes[index]) << 8 | Int(bytes[index + 1]), radix: 16)
    }
    return groups.joined(separator: ":")
  }
}
