import Bytes

/// The bytes of a gzip file, unpacked member by member as they come.
///
/// At damage the bytes end; `resume` goes on with the next member that begins a record.
final class GzipMembers {
  static let magic: [UInt8] = [0x1F, 0x8B]

  private var packed: ByteInput
  private var inflater: Inflater
  private var isInside = false

  /// Where the member that is being unpacked begins in the file.
  private var start = 0

  /// How many bytes of the member are used but still kept.
  ///
  /// Damage is noticed late: by then the next member may have been taken for a part of this one.
  private var held = 0

  /// Unpacked bytes that are handed on when those behind them could be unpacked, too.
  private var pending: [UInt8] = []

  /// How many bytes have been handed on.
  private(set) var unpacked = 0

  /// The members that the unpacked bytes begin with, by both offsets.
  private var starts: [(unpacked: Int, packed: Int)] = []

  /// Why the bytes have ended before the file does.
  private(set) var damage: ReadingError?

  /// How many places have been tried where a member might begin.
  private var attempts = 0

  private static let heldLimit = 1 << 18

  /// So much damage is no accident; each place costs time.
  private static let attemptLimit = 10_000

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
  ///
  /// Asked in the order of the offsets; `nil` where no member begins there.
  func member(at offset: Int) -> Int? {
    let passed = starts.prefix { $0.unpacked < offset }.count
    starts.removeFirst(passed)
    return starts.first?.unpacked == offset ? starts.first?.packed : nil
  }

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
  private func holdsRecord() throws -> Bool {
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
