#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Extraction
import Language

/// Other extractors of quantities over the same sentences, in the same run.
struct PeerBench {
  /// A Python that has the packages of `peers/requirements.txt`.
  var python: String
  var sentences: [String]
  var scratch: Scratch

  /// How long each of them may take.
  private static let seconds = 10

  func print() throws {
    guard access(python, X_OK) == 0 else {
      Swift.print("\nother extractors: not installed here, left out")
      return
    }
    let extractor = Extractor(gazetteer: .builtIn)
    let bytes = sentences.reduce(0) { $0 + $1.utf8.count }
    let own = Measurement.of("", documents: sentences.count, bytes: bytes) {
      for sentence in sentences {
        _ = extractor.findings(in: sentence, published: nil, language: "en").quantities.count
      }
    }
    let speed = Double(bytes) / own.seconds
    let input = try scratch.write(sentences.map { Array($0.utf8) + [0x0A] }, to: "sentences.txt")
    let output = scratch.path("peers.tsv")
    let command =
      "\(python) -W ignore Sources/bench/peers/peers.py \(Self.seconds) <\(input.path) >\(output)"
    guard system(command) == 0, let rows = try? Scratch.lines(of: output) else {
      Swift.print("\nother extractors: they could not be run, left out")
      return
    }
    Swift.print("\nquantities of the same \(sentences.count) sentences, one core, one run")
    Swift.print("".padded(to: 30) + "MB/s".padded(before: 12) + "dossier is".padded(before: 18))
    Swift.print(
      "dossier, all layers".padded(to: 30) + Self.megabytes(speed).padded(before: 12))
    for row in rows {
      let fields = row.split(separator: "\t")
      guard fields.count == 4, let size = Double(fields[1]), let seconds = Double(fields[2]),
        size > 0, seconds > 0
      else { continue }
      let ratio = Int((speed / (size / seconds)).rounded())
      Swift.print(
        String(fields[0]).padded(to: 30) + Self.megabytes(size / seconds).padded(before: 12)
          + "\(ratio) times as fast".padded(before: 18))
    }
  }

  /// Bytes in a second as megabytes, with three digits behind the point.
  private static func megabytes(_ bytes: Double) -> String {
    let kilobytes = Int((bytes / 1_000).rounded())
    let digits = String(kilobytes % 1_000)
    return "\(kilobytes / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
