#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file as it lies there, before SQLite has seen it.
///
/// SQLite repairs what it opens, so that whatever is not ours has to be told by its first bytes.
struct ArchiveFile {
  /// "doss".
  static let applicationID = 0x646F_7373

  enum State: Equatable {
    case missing

    /// Nothing in it yet, or a creation that was cut off and that SQLite will take back.
    case empty

    /// An archive of this schema version, as far as its first page tells.
    case archive(version: Int)
    case foreign
  }

  let path: String

  /// Where SQLite keeps what is not yet in the file.
  var logPath: String { path + "-wal" }

  func state() throws(ArchiveError) -> State {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .missing }
      throw .cannotRead(path: path, reason: Self.lastReason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return .foreign }
    if status.st_size == 0 { return .empty }
    let header = try Self.head(of: path, count: 100)
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
      return isCutOffCreation ? .empty : .foreign
    }
    if Self.number(header, at: 68) == Self.applicationID {
      return .archive(version: Self.number(header, at: 60))
    }
    return isCutOffCreation ? .empty : .foreign
  }

  /// Whether a journal says that the file was empty before a transaction that never ended.
  private var isCutOffCreation: Bool {
    guard let journal = try? Self.head(of: path + "-journal", count: 28), journal.count == 28,
      journal.starts(with: [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
    else { return false }
    return Self.number(journal, at: 16) == 0
  }

  /// Makes an empty file that only its owner may read, and the folders above it.
  ///
  /// Never through a link, and never over something that is there: a file that another program
  /// made in between is taken as it is.
  func create() throws(ArchiveError) {
    try makeFolders()
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw .cannotCreate(path: path, reason: Self.lastReason)
    }
    try claimEmpty()
  }

  /// Takes away a file that was made for nothing.
  func remove() { unlink(path) }

  /// Makes sure that an empty file is a file of its own, and its owner's alone.
  func claimEmpty() throws(ArchiveError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw .cannotCreate(path: path, reason: Self.lastReason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .cannotCreate(path: path, reason: "it is a link or no regular file")
    }
    guard status.st_mode & 0o077 == 0 || chmod(path, 0o600) == 0 else {
      throw .cannotCreate(path: path, reason: Self.lastReason)
    }
  }

  /// Whether a path leads to the archive or to what SQLite keeps beside it, by whatever name or link.
  func isReached(by other: String) -> Bool {
    guard let identity = Identity(of: other) else { return false }
    // SQLite names them after the file itself, not after a link to it.
    let real = realpath(path, nil)
    defer { free(real) }
    let path = real.map { String(cString: $0) } ?? path
    return ["", "-wal", "-shm", "-journal"].contains { Identity(of: path + $0) == identity }
  }

  /// What makes a file the same file under all its names.
  private struct Identity: Equatable {
    var device: dev_t
    var number: ino_t

    /// - Returns: `nil` where there is nothing.
    init?(of path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = status.st_dev
      number = status.st_ino
    }
  }

  private func makeFolders() throws(ArchiveError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in parts {
      folder += part + "/"
      if mkdir(folder, 0o700) != 0, errno != EEXIST, access(folder, F_OK) != 0 {
        throw .cannotCreate(path: folder, reason: Self.lastReason)
      }
    }
  }

  /// Whether both the file and its folder can be written.
  var isWritable: Bool { obstacle == nil }

  /// Why the file or its folder cannot be written, in the system's words.
  var obstacle: String? {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    return access(path, W_OK) == 0 && access(folder, W_OK) == 0 ? nil : Self.lastReason
  }

  /// How long the file and its log are; 0 for what is not there.
  var lengths: (file: Int, log: Int) {
    func length(_ path: String) -> Int {
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
    return (length(path), length(logPath))
  }

  /// The copies that migrations have left beside the archive, sorted by name.
  var copies: [String] {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = path[..<start]
    guard let stream = opendir(folder.isEmpty ? "." : String(folder)) else { return [] }
    defer { closedir(stream) }
    var copies: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name.hasPrefix(path[start...] + ".v"), name.hasSuffix(".bak") {
        copies.append(folder + name)
      }
    }
    return copies.sorted()
  }

  private static func head(of path: String, count: Int) throws(ArchiveError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotRead(path: path, reason: lastReason) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let length = read(descriptor, &bytes, count)
    guard length >= 0 else { throw .cannotRead(path: path, reason: lastReason) }
    return Array(bytes[..<length])
  }

  /// Four bytes, the most significant first.
  private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// What the system says of the call that just failed.
  static var lastReason: String { String(cString: strerror(errno)) }
}
