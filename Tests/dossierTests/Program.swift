import Foundation
import Testing

/// What a run of a program gave.
struct Outcome {
  var status: Int32
  var bytes: Data
  var errors: String

  var output: String { String(decoding: bytes, as: UTF8.self) }
  var lines: [String] { output.split(separator: "\n").map(String.init) }
  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

  /// Standard output as one JSON object a line.
  func objects() throws -> [[String: Any]] {
    try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }
}

/// A folder of its own in which the built command runs as a user would run it.
final class Workplace: Sendable {
  let folder: URL

  /// The command, which lies beside the bundle of the tests.
  static let program =
    Bundle.main.executableURL?.deletingLastPathComponent()
    .appending(path: "dossier").path ?? "dossier"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // What a test has made unreadable is still to be removed.
    _ = try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return name
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Runs `dossier` with these arguments.
  @discardableResult
  func dossier(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(Self.program, arguments, input: input, environment: environment)
  }

  /// Runs a script of the shell, in which `dossier` is the command.
  @discardableResult
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Outcome {
    try run(
      "/bin/bash", ["-c", "dossier() { '\(Self.program)' \"$@\"; }\n" + script], input: nil,
      environment: environment)
  }

  /// Runs a script of the shell as somebody whom permissions bind, as they do not bind root.
  ///
  /// The folder is theirs then.
  @discardableResult
  func asNobody(_ script: String) throws -> Outcome {
    guard geteuid() == 0 else { return try shell(script) }
    try shell("cp '\(Self.program)' .program; chmod a+rx .program; chown -R nobody .")
    return try run(
      "/usr/bin/setpriv",
      ["--reuid=nobody", "--clear-groups", "/bin/bash", "-c"]
        + ["dossier() { ./.program \"$@\"; }\n" + script], input: nil, environment: [:])
  }

  private func run(
    _ program: String, _ arguments: [String], input: String?, environment: [String: String]
  ) throws -> Outcome {
    let process = try start(program, arguments, input: input, environment: environment)
    process.process.waitUntilExit()
    return try process.outcome()
  }

  /// Starts `dossier` and goes on while it runs.
  func start(_ arguments: String..., input: String? = nil) throws -> Running {
    try start(Self.program, arguments, input: input, environment: [:])
  }

  private func start(
    _ program: String, _ arguments: [String], input: String?, environment: [String: String]
  ) throws -> Running {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "USER": "me",
    ]
    variables["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = variables.merging(environment) { _, given in given }
    // Files instead of pipes: nothing waits for a reader, whatever the length.
    let name = UUID().uuidString
    let output = folder.appending(path: ".out-\(name)")
    let errors = folder.appending(path: ".err-\(name)")
    let source = folder.appending(path: ".in-\(name)")
    for url in [output, errors, source] { try Data().write(to: url) }
    if let input { try Data(input.utf8).write(to: source) }
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return Running(process: process, output: output, errors: errors)
  }
}

/// A program that runs.
struct Running {
  let process: Process
  let output: URL
  let errors: URL

  /// What it gave; to be asked for once it has ended.
  func outcome() throws -> Outcome {
    // A signal would be told as such by the shell, too.
    let status =
      process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
    return Outcome(
      status: status, bytes: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
