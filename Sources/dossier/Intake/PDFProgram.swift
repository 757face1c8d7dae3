import Processes
import Readers

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program of the system that finds the words of a PDF.
struct PDFProgram: Sendable {
  private let path: String

  /// Its name with its version.
  private let name: String

  private static let limits = ChildLimits(memory: 512 << 20, seconds: 60, output: 64 << 20)

  /// Looked for when the first PDF comes; `nil` where there is none.
  static let installed = PDFProgram()

  /// What a reader is told of it.
  static func markup(of bytes: [UInt8]) throws(ReadingError) -> PDFMarkup {
    guard let program = installed else { throw .noPDFTool }
    return PDFMarkup(tool: program.name, bytes: try program.layout(of: bytes))
  }

  private init?() {
    guard let path = PDFProgram.path(of: "pdftotext"),
      let answer = try? ChildProcess.run(path, ["-v"], limits: PDFProgram.limits)
    else { return nil }
    self.path = path
    // "pdftotext version 22.12.0", on standard error.
    let words = String(decoding: answer.errors, as: UTF8.self).split { " \n".contains($0) }
    let version = words.firstIndex(of: "version").map { words[$0...].dropFirst().first ?? "" }
    name = "pdftotext " + (version ?? "of unknown version").prefix(40)
  }

  /// The first folder of the search path that has it; a relative one could be anybody's.
  private static func path(of program: String) -> String? {
    let folders = (Environment.value("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    return folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(program)" }
      .first { access($0, X_OK) == 0 }
  }

  private func layout(of bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    let answer: ChildAnswer
    do {
      answer = try ChildProcess.run(
        path, PDFMarkup.arguments, input: bytes, limits: PDFProgram.limits)
    } catch {
      throw ReadingError(reason(error))
    }
    guard answer.status == 0 else {
      throw ReadingError(PDFProgram.reason(String(decoding: answer.errors, as: UTF8.self)))
    }
    return answer.output
  }

  private func reason(_ error: ChildError) -> String {
    switch error {
    case .cannotStart: "\(path) cannot be started"
    case .tooSlow: "pdftotext took more than \(PDFProgram.limits.seconds) s"
    case .tooMuchOutput: "pdftotext gave more than \(PDFProgram.limits.output >> 20) MB"
    case .signal(let number): "damaged: pdftotext was ended by signal \(number)"
    }
  }

  /// Why it gave no text, in its own last words.
  private static func reason(_ errors: String) -> String {
    if errors.contains("Incorrect password") { return "encrypted: it opens with a password only" }
    let last = errors.split(separator: "\n").last { $0.contains("Error") } ?? ""
    let words = last.drop { $0 != ":" }.dropFirst().prefix(100).drop { $0 == " " }
    return words.isEmpty ? "damaged" : "damaged: \(words)"
  }
}
