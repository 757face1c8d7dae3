import JSON
import Readers

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of NDJSON lines, or standard input, that can be looked through before it is taken.
struct Shard {
  private let path: String
  private let file: InputFile
  private var input: ByteInput
  private var number = 0

  /// Longer lines are refused; an original of 64 MB takes 86 as text.
  private static let lineLimit = 256 << 20

  /// Standard input is put into a file without a name, as its end has to be seen first.
  init(_ path: String) throws {
    self.path = path
    file = try path == "-" ? InputFile.spooled(.standardInput(named: "-")) : InputFile.open(path)
    input = Self.input(of: file)
  }

  private static func input(of file: InputFile) -> ByteInput {
    ByteInput { try file.read(atMost: $0) }
  }

  struct Line {
    var number: Int
    var bytes: [UInt8]
  }

  /// The next line that is not empty.
  mutating func next() throws -> Line? {
    while let line = try input.line(limit: Self.lineLimit) {
      number += 1
      if line.isTooLong {
        throw Refusal(
          path: path, line: number, reason: "a line of more than \(Self.lineLimit >> 20) MB")
      }
      if !line.bytes.allSatisfy({ $0 <= 0x20 }) { return Line(number: number, bytes: line.bytes) }
    }
    return nil
  }

  /// Whether it closes as an export or output of extract should.
  ///
  /// One without a line does not: whatever was to write it has failed. Begins at the first line
  /// again.
  mutating func isWhole() throws -> Bool {
    var last: [UInt8] = []
    while let line = try next() { last = line.bytes }
    number = 0
    try file.rewind()
    input = Self.input(of: file)
    let end = try? JSONParser.parse(last)
    return end?["kind"]?.string == "end" || end?["type"]?.string == "end"
  }
}

extension InputFile {
  /// Everything that an input holds, in a file that only this program sees.
  fileprivate static func spooled(_ input: InputFile) throws -> InputFile {
    let folder = Environment.temporaryFolder
    var template = Environment.temporaryPath
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, "cannot create a file in \(folder): \(Descriptor.reason(errno))")
    }
    unlink(template)
    let spool = InputFile(path: input.path, descriptor: descriptor, length: 0)
    while true {
      let block = try input.read(atMost: 1 << 18)
      if block.isEmpty { break }
      if let code = Descriptor.write(block[...], to: descriptor) {
        throw Failure(.cannotWrite, "cannot write to \(folder): \(Descriptor.reason(code))")
      }
    }
    try spool.rewind()
    return spool
  }
}
