import CProcesses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that is given bytes and answers with bytes, within limits.
///
/// No shell comes between; what it starts itself ends with it.
public struct ChildProcess: ~Copyable {
  private let process: pid_t
  private let limits: ChildLimits
  private let deadline: Int
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var answer = ChildAnswer(status: 0, output: [], errors: [])
  private var hasEnded = false

  private static let errorLimit = 1 << 14

  /// Runs the program at an absolute path to its end, and gives what it says.
  ///
  /// It finds `input` on its standard input, and need not read all of it.
  public static func run(
    _ path: String, _ arguments: [String], input: [UInt8] = [], limits: ChildLimits
  ) throws(ChildError) -> ChildAnswer {
    var child = try ChildProcess(path, arguments, limits: limits)
    try child.exchange(input)
    return try child.wait()
  }

  private init(
    _ path: String, _ arguments: [String], limits: ChildLimits
  ) throws(ChildError) {
    var ends: [Int32] = [-1, -1, -1]
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    process = process_start(
      path, &words, UInt64(max(0, limits.memory)), UInt64(max(1, limits.seconds)), &ends)
    for word in words { free(word) }
    guard process > 0 else { throw ChildError.cannotStart }
    self.limits = limits
    deadline = Self.milliseconds + max(1, limits.seconds) * 1000
    (input, output, errors) = (ends[0], ends[1], ends[2])
  }

  deinit {
    for end in [input, output, errors] where end >= 0 { close(end) }
    guard !hasEnded else { return }
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// By a clock that nobody sets.
  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  /// Writes and reads at once, as neither side may wait for the other, until it says no more.
  private mutating func exchange(_ bytes: [UInt8]) throws(ChildError) {
    var rest = bytes[...]
    if rest.isEmpty { Self.end(&input) }
    while output >= 0 || errors >= 0 {
      let left = deadline - Self.milliseconds
      guard left > 0 else { throw .tooSlow }
      // What is closed is -1, which is passed over.
      var queries = [
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&queries, 3, Int32(clamping: left)) > 0 else { continue }
      if queries[0].revents != 0 { send(&rest) }
      if queries[1].revents != 0, let more = Self.read(&output) { answer.output += more }
      if queries[2].revents != 0, let more = Self.read(&errors) {
        answer.errors += more.prefix(Self.errorLimit - answer.errors.count)
      }
      guard answer.output.count <= limits.output else { throw .tooMuchOutput }
    }
  }

  private mutating func send(_ rest: inout ArraySlice<UInt8>) {
    let count = rest.withUnsafeBufferPointer { process_send(input, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN || errno == EINTR {
      return
    }
    // It is free to read no further.
    if rest.isEmpty || count <= 0 { Self.end(&input) }
  }

  /// What has come, or `nil`; closes the end where nothing comes any more.
  private static func read(_ end: inout Int32) -> [UInt8]? {
    var received = 0
    let descriptor = end
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
      #if canImport(Glibc)
        received = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        received = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      initialized = max(0, received)
    }
    if received > 0 { return bytes }
    if received == 0 || errno != EAGAIN && errno != EINTR { Self.end(&end) }
    return nil
  }

  private static func end(_ end: inout Int32) {
    if end >= 0 { close(end) }
    end = -1
  }

  /// Waits for its end, which comes soon after it has closed its output.
  private mutating func wait() throws(ChildError) -> ChildAnswer {
    var status: Int32 = 0
    var ended = waitpid(process, &status, WNOHANG)
    while ended != process {
      guard Self.milliseconds < deadline else { throw .tooSlow }
      if ended < 0, errno != EINTR { throw .cannotStart }
      _ = poll(nil, 0, 2)
      ended = waitpid(process, &status, WNOHANG)
    }
    hasEnded = true
    if status & 0x7F != 0 {
      throw status & 0x7F == SIGXCPU ? .tooSlow : .signal(status & 0x7F)
    }
    answer.status = status >> 8 & 0xFF
    guard answer.status != 127 else { throw .cannotStart }
    return answer
  }
}
