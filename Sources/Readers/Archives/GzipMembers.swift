import Bytes

/// The bytes of a gzip file, unpacked member by member as they come.
///
/// At damage the bytes end; `resume` goes on with the next member that begins a record.
final class GzipMembers {
  static let magic: [UInt8] = [0x1F, 0x8B]

  var packed: ByteInput
  private var inflater: Inflater
  var isInside = false

  /// Where the member that is being unpacked begins in the file.
  var start = 0

  /// How many bytes of the member are used but still kept.
  ///
  /// Damage is noticed late: by then the next member may have been taken for a part of this one.
  var held = 0

  /// Unpacked bytes that are handed on when those behind them could be unpacked, too.
  var pending: [UInt8] = []

  /// How many bytes have been handed on.
  private(set) var unpacked = 0

  /// The members that the unpacked bytes begin with, by both offsets.
  var starts: [(unpacked: Int, packed: Int)] = []

  /// Why the bytes have ended before the file does.
  var damage: ReadingError?

  /// How many places have been tried where a member might begin.
  var attempts = 0

  private static let heldLimit = 1 << 18

  init(_ packed: ByteInput) throws(ReadingError) {
    guard let inflater = Inflater(.gzip) else { throw ReadingError("not enough memory") }
    self.packed = packed
    self.inflater = inflater
  }

  /// The first unpacked bytes of what may be gzip.
  static func opening(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.starts(with: magic), var inflater = Inflater(.gzip) else { return [] }
    var opening: [UInt8] = []
    _ = try? inflater.step(bytes.prefix(512), into: &opening, room: 16)
    return opening
  }

  /// The next unpacked bytes; none at the end and at damage.
  func read(atMost count: Int) throws -> [UInt8] {
    var output: [UInt8] = []
    while output.isEmpty, damage == nil, try isInside || begin() {
      let bytes = try packed.window(atLeast: held + 1).dropFirst(held)
      if bytes.isEmpty {
        refuse("a gzip member that is cut short")
        output = try holdsRecord() ? [] : pending
      } else {
        output = unpack(bytes, room: count)
      }
    }
    unpacked += output.count
    return output
  }

  /// Unpacks the next piece and gives the one before it; both at the end of the member.
  private func unpack(_ bytes: ArraySlice<UInt8>, room: Int) -> [UInt8] {
    var piece: [UInt8] = []
    do throws(CompressionError) {
      let (used, isAtEnd) = try inflater.step(bytes, into: &piece, room: room)
      held += used
      if isAtEnd {
        let output = pending.isEmpty ? piece : pending + piece
        pending = []
        isInside = false
        packed.drop(held)
        held = 0
        return output
      }
      if inflater.isBomb {
        refuse("a gzip member that unpacks to more than a thousand times its length")
      } else if used == 0, piece.isEmpty {
        refuse("a damaged gzip member")
      } else if held > 2 * GzipMembers.heldLimit {
        packed.drop(held - GzipMembers.heldLimit)
        held = GzipMembers.heldLimit
      }
    } catch {
      refuse("a damaged gzip member")
    }
    guard damage == nil, !piece.isEmpty else { return [] }
    swap(&piece, &pending)
    return piece
  }

  private func refuse(_ reason: String) {
    damage = ReadingError(reason, at: .offset(start))
  }

  /// Opens the next member, if there is one.
  private func begin() throws -> Bool {
    while try packed.peek(1).first == 0 {
      // Padding, as tapes have it.
      packed.drop(try packed.window(atLeast: 1).prefix { $0 == 0 }.count)
    }
    start = packed.offset
    let head = try packed.peek(2)
    guard !head.isEmpty else { return false }
    guard head.elementsEqual(GzipMembers.magic) else {
      refuse("no gzip member")
      return false
    }
    inflater.reset()
    isInside = true
    if starts.last?.unpacked == unpacked { starts.removeLast() }
    starts.append((unpacked, start))
    return true
  }

  /// Where the member begins whose first byte is the one at an offset of the unpacked bytes.
  func member(at offset: Int) -> Int? {
    starts.first { $0.unpacked >= offset }.flatMap { $0.unpacked == offset ? $0.packed : nil }
  }

  /// Forgets members that nobody will ask for any more.
  func forget(before offset: Int) {
    starts.removeFirst(starts.prefix { $0.unpacked < offset }.count)
  }
}
