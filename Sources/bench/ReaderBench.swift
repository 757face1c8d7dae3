#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Model

/// The readers, each over inputs of its format on one core, beside what others make of the same.
struct ReaderBench {
  var reports: [Report]

  /// A Python that has the packages of `peers/requirements.txt`.
  var python: String?
  var scratch: Scratch

  /// How long each of the others may take.
  private static let seconds = 5

  func print() throws {
    Swift.print("\nreaders, best of three runs on one core, MB/s of the input")
    Swift.print(
      "".padded(to: 30) + "MB/s".padded(before: 10) + "goal".padded(before: 8)
        + "dossier is".padded(before: 22))
    for inputs in ReaderInputs.all(of: reports) {
      let own = Measurement.of("", documents: inputs.inputs.count, bytes: inputs.bytes) {
        Measurement.keep(inputs.read())
      }
      let speed = Double(inputs.bytes) / own.seconds
      let goal = inputs.goal.map { Measurement.decimal($0) } ?? ""
      Swift.print(
        inputs.name.padded(to: 30) + Self.megabytes(speed).padded(before: 10)
          + goal.padded(before: 8))
      for (name, other) in try others(for: inputs) {
        Swift.print(
          "  \(name)".padded(to: 30) + Self.megabytes(other).padded(before: 10)
            + "\(Measurement.decimal(speed / other)) times as fast".padded(before: 30))
      }
    }
  }

  /// Names of others that read such inputs, and how many bytes a second.
  private func others(for inputs: ReaderInputs) throws -> [(String, Double)] {
    guard let python, let kind = inputs.kind, access(python, X_OK) == 0 else { return [] }
    let sized = inputs.inputs.map { Array("\($0.count)\n".utf8) + $0 }
    let input = try scratch.write(sized, to: "inputs")
    let output = scratch.path("peers.tsv")
    let command =
      "\(python) -W ignore Sources/bench/peers/readers.py \(kind) \(Self.seconds) "
      + "<\(input.path) >\(output)"
    guard system(command) == 0, let rows = try? Scratch.lines(of: output) else { return [] }
    return rows.compactMap { row in
      let fields = row.split(separator: "\t")
      guard fields.count == 3, let size = Double(fields[1]), let seconds = Double(fields[2]),
        size > 0, seconds > 0
      else { return nil }
      return (String(fields[0]), size / seconds)
    }
  }

  private static func megabytes(_ speed: Double) -> String {
    Measurement.decimal(speed / 1_000_000)
  }
}
