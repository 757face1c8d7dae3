#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder for the files of a measurement, which goes when it is over.
struct Scratch {
  /// A file of reports.
  struct File {
    var path: String
    var documents: Int
    var bytes: Int
  }

  /// The system could not make or write a file.
  struct Failure: Error {
    var path: String
    var code: Int32
  }

  private let folder: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/dossier-bench-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure(path: base, code: errno) }
    folder = String(cString: made)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ lines: [[UInt8]], to name: String) throws -> File {
    let path = path(name)
    guard let file = fopen(path, "w") else { throw Failure(path: path, code: errno) }
    defer { fclose(file) }
    for line in lines where fwrite(line, 1, line.count, file) != line.count {
      throw Failure(path: path, code: errno)
    }
    return File(path: path, documents: lines.count, bytes: lines.reduce(0) { $0 + $1.count })
  }

  /// The lines of a text file.
  static func lines(of path: String) throws -> [String] {
    guard let file = fopen(path, "r") else { throw Failure(path: path, code: errno) }
    defer { fclose(file) }
    var lines: [String] = []
    var buffer = [CChar](repeating: 0, count: 1 << 12)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let bytes = buffer.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }
      lines.append(String(decoding: bytes, as: UTF8.self))
    }
    return lines
  }

  func remove() {
    for name in ["small", "large", "own", "articles"] {
      for ending in [".jsonl", ".db", ".db-wal", ".db-shm"] { unlink(path(name + ending)) }
    }
    for name in ["sentences.txt", "peers.tsv", "line.txt", "inputs"] { unlink(path(name)) }
    rmdir(folder)
  }
}
