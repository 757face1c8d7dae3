#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Readers
import Trials

/// Feeds arbitrary bytes to the readers and to extraction, and ends with a trap where a property
/// does not hold.
///
/// Built with `-DLIBFUZZER` and the toolchain's fuzzer it is a target of libFuzzer; built plainly it
/// changes the files of a folder by itself: `fuzz SECONDS FOLDER`.
enum Target {
  private static let properties = DocumentProperties()

  static func complain(_ text: String) {
    let line = Array((text + "\n").utf8)
    write(STDERR_FILENO, line, line.count)
  }

  /// Reads the bytes as what they look like, and as text; or as one format.
  static func run(_ bytes: [UInt8], as format: Format? = nil) {
    do {
      try properties.check(bytes, as: format)
      guard format == nil else { return }
      try properties.check(String(decoding: bytes, as: UTF8.self))
    } catch {
      complain("\(error)")
      abort()
    }
  }
}

#if LIBFUZZER
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
#else
  @main
  struct Fuzz {
    static func main() {
      let arguments = CommandLine.arguments
      guard arguments.count == 3, let seconds = Int(arguments[1]) else {
        Target.complain("usage: fuzz SECONDS FOLDER")
        exit(64)
      }
      let seeds = Seed.all(in: arguments[2])
      guard !seeds.isEmpty else {
        Target.complain("\(arguments[2]): no files to begin with")
        exit(66)
      }
      var mutator = SeedMutator(seed: 1)
      var runs: [Format: Int] = [:]
      let end = time(nil) + seconds
      while time(nil) < end {
        let input = mutator.mutated(seeds[mutator.next(seeds.count)])
        LastInput.keep(input.bytes)
        // Most have lost what they are known by.
        Target.run(input.bytes, as: mutator.next(8) == 0 ? nil : input.format)
        runs[input.format, default: 0] += 1
      }
      LastInput.forget()
      let counts = Format.allCases.map { "\(runs[$0, default: 0]) \($0)" }
      print("\(counts.joined(separator: ", ")) in \(seconds) s: every property held")
    }
  }

  /// The input under way, which a trap leaves behind.
  enum LastInput {
    private static let path = "fuzz-input"

    static func keep(_ bytes: [UInt8]) {
      guard let file = fopen(path, "w") else { return }
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }

    static func forget() { unlink(path) }
  }
#endif
