import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What an interrupt does: it ends a query at once, and a command that writes at the next document.
enum Signals {
  private static let received = Atomic<Int32>(0)
  private static let isDeferred = Atomic<Bool>(false)

  /// Ends the program on an interrupt, and makes failed writes errors instead of signals.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // Both are made here, so that the handler finds them made.
    received.store(0, ordering: .relaxed)
    isDeferred.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] { install(number) }
  }

  /// From now on an interrupt is only noted; a second one ends the program.
  static func postpone() { isDeferred.store(true, ordering: .relaxed) }

  /// What the program ends with after an interrupt; `nil` where there was none.
  static var status: ExitStatus? {
    switch received.load(ordering: .relaxed) {
    case 0: nil
    case SIGINT: .interrupted
    default: .terminated
    }
  }

  /// - Throws: `Exit` when there was an interrupt.
  static func check() throws { if let status { throw Exit(status: status) } }

  static var isInterrupted: Bool { received.load(ordering: .relaxed) != 0 }

  private static func install(_ number: Int32) {
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { number in
      let isFirst =
        Signals.received.exchange(number, ordering: .relaxed) == 0
      if !isFirst || !Signals.isDeferred.load(ordering: .relaxed) { _exit(128 + number) }
    }
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    // Without SA_RESTART a read that waits for input comes back.
    action.sa_flags = 0
    sigaction(number, &action, nil)
  }
}
