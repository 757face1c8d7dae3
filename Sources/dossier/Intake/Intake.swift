#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Everything that the arguments name, piece by piece, in their order.
final class Intake {
  private var arguments: ArraySlice<String>
  private let options: ReadingOptions
  private var walk: FolderWalk?
  private var lines: (path: String, cutter: LineCutter)?
  private var pending: [Piece] = []

  /// How many inputs could be opened.
  private(set) var opened = 0

  /// What walks have passed over.
  private(set) var passedOver = 0

  /// The pieces of one step: many small ones share what a task costs.
  private let stepPieces = 32
  private let stepBytes = 1 << 18

  /// Longer lines are refused.
  static let lineLimit = 64 << 20

  /// - Returns: `nil` where nothing is named and a person sits at standard input.
  init?(_ options: ReadingOptions) {
    if options.paths.isEmpty, isatty(STDIN_FILENO) != 0 { return nil }
    self.options = options
    arguments = options.paths.isEmpty ? ["-"] : options.paths[...]
  }

  func next() throws -> Pipeline.Step<[Piece]> {
    var step: [Piece] = []
    var weight = 0
    while step.count < stepPieces, weight < stepBytes {
      if pending.isEmpty {
        if let cutter = lines?.cutter, !cutter.isReady {
          return step.isEmpty ? .wait : .work(step)
        }
        guard try fill() else { break }
        continue
      }
      weight += pending[0].weight
      step.append(pending.removeFirst())
    }
    return step.isEmpty ? .end : .work(step)
  }

  /// Makes the next pieces pending.
  private func fill() throws -> Bool {
    if lines != nil { return try fillFromLines() }
    if walk != nil { return fillFromWalk() }
    guard let argument = arguments.popFirst() else { return false }
    try Signals.check()
    do {
      try open(argument)
    } catch let refusal as Refusal {
      pending.append(Piece(argument, .refused(refusal)))
      pending.append(Piece(argument, .end))
    }
    return true
  }

  private func open(_ argument: String) throws {
    if argument == "-" {
      opened += 1
      return try begin(.standardInput(named: options.name))
    }
    var status = stat()
    if lstat(argument, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      opened += 1
      walk = FolderWalk(argument)
      return
    }
    let file = try InputFile.open(argument)
    opened += 1
    try begin(file)
  }

  private func begin(_ input: InputFile) throws {
    if options.from == .jsonl {
      lines = (input.path, LineCutter(input, limit: Self.lineLimit))
    } else if input.length == nil {
      var bytes: [UInt8] = []
      while true {
        let block = try input.read(atMost: 1 << 18)
        if block.isEmpty { break }
        bytes += block
      }
      pending.append(piece(input.path, .bytes(bytes)))
      pending.append(Piece(input.path, .end))
    } else {
      pending.append(piece(input.path, .file))
      pending.append(Piece(input.path, .end))
    }
  }

  private func piece(_ path: String, _ content: Piece.Content) -> Piece {
    var piece = Piece(path, content)
    piece.format = options.from
    return piece
  }

  private func fillFromLines() throws -> Bool {
    guard let (path, held) = lines else { return false }
    var cutter = held
    lines = nil
    do {
      guard let line = try cutter.next() else {
        pending.append(Piece(path, .end))
        return true
      }
      if line.isTooLong {
        let reason = "a line of more than \(Self.lineLimit >> 20) MB"
        pending.append(
          Piece(path, .refused(Refusal(path: path, line: line.number, reason: reason))))
      } else if !line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        var piece = piece(path, .bytes(line.bytes))
        piece.line = line.number
        piece.offset = line.offset
        pending.append(piece)
      }
      lines = (path, cutter)
    } catch let refusal as Refusal {
      pending.append(Piece(path, .refused(refusal)))
      pending.append(Piece(path, .end))
    }
    return true
  }

  private func fillFromWalk() -> Bool {
    guard var walk else { return false }
    if let path = walk.next() {
      var piece = piece(path, .file)
      piece.isWalked = true
      pending.append(piece)
      pending.append(Piece(path, .end))
      self.walk = walk
    } else {
      passedOver += walk.passedOver
      self.walk = nil
    }
    for refusal in walk.takeRefusals() {
      pending.append(Piece(refusal.path, .refused(refusal)))
    }
    return true
  }
}
