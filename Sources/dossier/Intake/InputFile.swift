#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file or standard input, read forward only.
final class InputFile {
  let path: String
  private let descriptor: Int32

  /// The number of bytes, or `nil` for standard input.
  let length: Int?

  init(path: String, descriptor: Int32, length: Int?) {
    self.path = path
    self.descriptor = descriptor
    self.length = length
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  static func standardInput(named name: String) -> InputFile {
    InputFile(path: name, descriptor: STDIN_FILENO, length: nil)
  }

  /// Opens a regular file; a link is followed to one.
  ///
  /// - Throws: `Refusal`, also for pipes and devices, which could keep the program for ever.
  static func open(_ path: String) throws(Refusal) -> InputFile {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    #else
      let descriptor = Darwin.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    #endif
    guard descriptor >= 0 else {
      throw Refusal(
        path: path,
        reason: PageFetcher.isAddress(path)
          ? "no file; dossier ingest fetches addresses" : Descriptor.reason(errno))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Refusal(path: path, reason: "not a regular file")
    }
    return InputFile(path: path, descriptor: descriptor, length: Int(status.st_size))
  }

  /// Whether reading would give something, or the end, without waiting.
  var isReady: Bool {
    guard length == nil else { return true }
    var query = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&query, 1, 0) != 0
  }

  /// Begins at the first byte again.
  func rewind() throws {
    if lseek(descriptor, 0, SEEK_SET) != 0 {
      throw Refusal(path: path, reason: Descriptor.reason(errno))
    }
  }

  /// Waits until there is something to read, or an interrupt.
  ///
  /// A signal may reach another thread than the one that would wait in `read`.
  private func waitForInput() throws {
    guard length == nil else { return }
    var query = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&query, 1, 100) <= 0 { try Signals.check() }
  }

  /// The next bytes, at most so many; none at the end.
  ///
  /// - Throws: `Refusal` where reading fails, `Exit` after an interrupt.
  func read(atMost count: Int) throws -> [UInt8] {
    while true {
      try waitForInput()
      var received = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        #if canImport(Glibc)
          received = Glibc.read(descriptor, buffer.baseAddress, count)
        #else
          received = Darwin.read(descriptor, buffer.baseAddress, count)
        #endif
        initialized = max(0, received)
      }
      if received >= 0 { return bytes }
      guard errno == EINTR else { throw Refusal(path: path, reason: Descriptor.reason(errno)) }
      try Signals.check()
    }
  }
}
