import Bytes
import Readers

/// Mutilates inputs with regard for what they are: below their packing, inside of what they wrap,
/// and in the numbers that they state.
public struct SeedMutator {
  private var mutator: Mutator

  /// The most of an input that is mutilated, so that none takes long.
  private static let limit = 1 << 15

  public init(seed: UInt64) { mutator = Mutator(seed: seed) }

  /// A number below `bound`.
  public mutating func next(_ bound: Int) -> Int { mutator.next(bound) }

  public mutating func mutated(_ seed: Seed) -> Seed {
    let bytes = Array(seed.bytes.prefix(Self.limit))
    switch mutator.next(6) {
    case 0 where seed.format == .html:
      let all = Seed.holding(mutator.mutated(bytes))
      return all[mutator.next(all.count)]
    case 1: return Seed(seed.format, lying(bytes))
    case 2, 3, 4:
      guard bytes.starts(with: [0x1F, 0x8B]) else { break }
      return Seed(seed.format, repacked(bytes))
    default: break
    }
    return Seed(seed.format, mutator.mutated(bytes))
  }

  /// What is packed, mutilated and packed again in members of its parts.
  private mutating func repacked(_ bytes: [UInt8]) -> [UInt8] {
    guard let inner = try? Compression.unpack(bytes[...], .gzip, limit: 1 << 18) else {
      return mutator.mutated(bytes)
    }
    let changed = mutator.next(3) == 0 ? lying(inner) : mutator.mutated(inner)
    let cut = mutator.next(changed.count + 1)
    return Gzip.member(Array(changed[..<cut])) + Gzip.member(Array(changed[cut...]))
  }

  /// With one of its numbers replaced by one that it should not be.
  private mutating func lying(_ bytes: [UInt8]) -> [UInt8] {
    let starts = bytes.indices.filter {
      isDigit(bytes[$0]) && ($0 == 0 || !isDigit(bytes[$0 - 1]))
    }
    guard !starts.isEmpty else { return mutator.mutated(bytes) }
    let start = starts[mutator.next(starts.count)]
    let digits = bytes[start...].prefix(while: isDigit)
    let lie = Self.lies[mutator.next(Self.lies.count)]
    return bytes[..<start] + Array(lie.utf8) + bytes[digits.endIndex...]
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let lies = [
    "0", "-1", "1", "255", "65536", "2147483647", "4294967296", "9223372036854775807",
    "9223372036854775808", "18446744073709551616", "99999999999999999999999", "1e308", "",
  ]
}
