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
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var weights: [Int] = []
      var weight = 0
      var started = 0
      var handedOn = 0
      var done: [Int: Result] = [:]
      var isAtEnd = false
      while true {
        var waits = false
        // No more may be under way than the window holds, done or not: that bounds the memory.
        while !isAtEnd, !waits, started - handedOn < jobs * 2, weight < heaviest {
          switch try next() {
          case .end: isAtEnd = true
          case .wait: waits = true
          case .work(let input, let more):
            let index = started
            started += 1
            weights.append(more)
            weight += more
            group.addTask { (index, work(input)) }
          }
        }
        if started == handedOn, isAtEnd { return }
        repeat {
          guard started > handedOn, let (index, result) = try await group.next() else { break }
          done[index] = result
          while let result = done.removeValue(forKey: handedOn) {
            handedOn += 1
            weight -= weights.removeFirst()
            try consume(result)
          }
        } while waits && started > handedOn
        if waits { try drained() }
      }
    }
  }
}
