import Rendering
import Storage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output or a file that is written anew, buffered.
///
/// A file is written beside the one that is there and takes its place when it is whole.
final class Output {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  /// What is written, until it takes the place of the file.
  private var draft: (path: String, target: String)?

  init() {
    descriptor = STDOUT_FILENO
    name = "standard output"
  }

  /// Opens a file for writing, which must not be the archive's own; `-` is standard output.
  ///
  /// What is no regular file, such as a pipe, is written to as it is.
  init(path: String, sparing archive: String) throws {
    if path == "-" {
      descriptor = STDOUT_FILENO
      name = "standard output"
      return
    }
    if Archive.owns(path, at: archive) {
      throw Failure(.cannotCreate, "cannot create \(path): it is the archive's own file")
    }
    name = path
    let target = realpath(path, nil).map { real in
      defer { free(real) }
      return String(cString: real)
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      let draft = (target ?? path) + ".part"
      descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        self.draft = (draft, target ?? path)
        // An interrupt leaves the file that was there.
        Signals.postpone()
        if isThere { fchmod(descriptor, status.st_mode & 0o7777) }
      }
    }
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, "cannot create \(path): \(Descriptor.reason(errno))")
    }
  }

  /// A draft that was not finished goes away.
  deinit {
    if let draft { unlink(draft.path) }
    if descriptor != STDOUT_FILENO { close(descriptor) }
  }

  /// Writes out all that is left, and puts a file in its place.
  func finish() throws {
    try flush()
    guard let draft else { return }
    guard fsync(descriptor) == 0, rename(draft.path, draft.target) == 0 else {
      throw Failure(.cannotWrite, "cannot write \(name): \(Descriptor.reason(errno))")
    }
    self.draft = nil
  }

  /// Writes all that a command has to say to standard output.
  static func print(_ text: String) throws {
    let output = Output()
    try output.write(text)
    try output.flush()
  }

  /// Whether a person reads it.
  var isTerminal: Bool { isatty(descriptor) != 0 }

  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes what may hold the words of others as they are: on a terminal, what would move its cursor or
  /// turn the direction of text is written out.
  func write(data bytes: [UInt8]) throws {
    guard isTerminal else { return try write(bytes) }
    try write(TerminalText.escaped(String(decoding: bytes, as: UTF8.self), keepingLines: true))
  }

  func write(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Hands everything on to whoever reads it.
  ///
  /// - Throws: `OutputClosed` where nobody does any more, a `Failure` for any other reason.
  func flush() throws {
    if draft != nil { try Signals.check() }
    defer { buffer.removeAll(keepingCapacity: true) }
    if let code = Descriptor.write(buffer[...], to: descriptor) {
      if code == EPIPE { throw OutputClosed() }
      throw Failure(.cannotWrite, "cannot write \(name): \(Descriptor.reason(code))")
    }
  }
}

/// Standard error: messages for people.
enum Console {
  static var isTerminal: Bool { isatty(STDERR_FILENO) != 0 }

  /// Writes a line, control characters written out, as paths and texts of others may hold them.
  ///
  /// Where that is impossible there is nobody to tell.
  static func note(_ line: String) {
    let line = TerminalText.escaped(line) + "\n"
    _ = Descriptor.write(Array(line.utf8)[...], to: STDERR_FILENO)
  }

  /// Writes over the line that a terminal shows, or clears it with an empty text.
  static func progress(_ text: String) {
    _ = Descriptor.write(Array("\r\u{1B}[K\(text)".utf8)[...], to: STDERR_FILENO)
  }
}

/// File descriptors of the system.
enum Descriptor {
  /// Writes all bytes; the error number where that fails.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, base + done, buffer.count - done)
        #else
          let count = Darwin.write(descriptor, base + done, buffer.count - done)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += count
      }
      return nil
    }
  }

  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Opens what is closed of the three standard descriptors, so that no file takes their place
  /// and gets messages written into it.
  static func openStandard() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
    }
  }
}
