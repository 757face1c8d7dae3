/// Runs work side by side and hands the results on in the order of the input.
enum Pipeline {
  /// What there is to do next.
  enum Step<Input: Sendable> {
    /// A piece of work, and about how many bytes it holds.
    case work(Input, weight: Int)

    /// More input is yet to come; what is done should be handed on before waiting for it.
    case wait
    case end
  }

  /// No more than this many bytes are under way, unless one piece alone holds more.
  private static let heaviest = 16 << 20

  /// - Parameters:
  ///   - jobs: how many pieces are worked on at once.
  ///   - next: gives the input; called again after `wait` when all before has been handed on.
  ///   - work: a pure function of its input.
  ///   - consume: takes the results, in order.
  ///   - drained: called when everything so far has been handed on and more input is waited for.
  /// - Throws: what `next` and `consume` throw.
  static func run<Input: Sendable, Result: Sendable>(
    jobs: Int,
    next: () throws -> Step<Input>,
    work: @escaping @Sendable (Input) -> Result,
    consume: (Result) throws -> Void,
    drained: () throws -> Void = {}
  ) async throws {
    if jobs == 1 { return try runAlone(next, work, consume, drained) }
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var ready: [(input: Input, index: Int)] = []
      var weights: [Int] = []
      var weight = 0
      var read = 0
      var running = 0
      var handedOn = 0
      var done: [Int: Result] = [:]
      var isAtEnd = false
      func startReady() {
        while running < jobs, !ready.isEmpty {
          let (input, index) = ready.removeFirst()
          running += 1
          group.addTask { (index, work(input)) }
        }
      }
      while true {
        var waits = false
        // No more may be under way than the window holds, done or not: that bounds the memory.
        while !isAtEnd, !waits, read - handedOn < jobs * 2, weight < heaviest {
          switch try next() {
          case .end: isAtEnd = true
          case .wait: waits = true
          case .work(let input, let more):
            ready.append((input, read))
            weights.append(more)
            read += 1
            weight += more
            startReady()
          }
        }
        if read == handedOn, isAtEnd { return }
        repeat {
          guard read > handedOn, let (index, result) = try await group.next() else { break }
          running -= 1
          startReady()
          done[index] = result
          while let result = done.removeValue(forKey: handedOn) {
            handedOn += 1
            weight -= weights.removeFirst()
            try consume(result)
          }
        } while waits && read > handedOn
        if waits { try drained() }
      }
    }
  }

  /// One piece after the other, on one core.
  private static func runAlone<Input: Sendable, Result: Sendable>(
    _ next: () throws -> Step<Input>, _ work: (Input) -> Result,
    _ consume: (Result) throws -> Void, _ drained: () throws -> Void
  ) throws {
    while true {
      switch try next() {
      case .work(let input, _): try consume(work(input))
      case .wait: try drained()
      case .end: return
      }
    }
  }
}
