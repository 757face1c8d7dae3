import ArgumentParser
import Storage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs a command and turns whatever ends it into an exit status and at most one line.
@main
enum Main {
  static func main() async {
    Descriptor.openStandard()
    Signals.prepare()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(await status(of: arguments).rawValue)
  }

  private static func status(of arguments: [String]) async -> ExitStatus {
    do {
      var command = try Dossier.parseAsRoot(arguments)
      if var command = command as? AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return .done
    } catch {
      return report(error, arguments)
    }
  }

  private static func report(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    switch error {
    case let exit as Exit: return exit.status
    case is OutputClosed: return .done
    case let failure as Failure:
      Console.note("dossier: error: \(failure.message)")
      return failure.status
    // What a statement was ended by is known here alone.
    case ArchiveError.interrupted: return Signals.status ?? .interrupted
    case let error as ArchiveError:
      Console.note("dossier: error: \(error.advice)")
      return error.status
    default:
      if Dossier.exitCode(for: error) == .success {
        return printed(Dossier.fullMessage(for: error))
      }
      let message = CommandNames.complaint(arguments) ?? oneLine(Dossier.message(for: error))
      Console.note("dossier: error: \(message)")
      return .usage
    }
  }

  /// A list of choices, which comes as a line each, in one.
  private static func oneLine(_ message: String) -> String {
    let lines = message.split(separator: "\n").map { line in
      line.hasPrefix("  - ") ? String(line.dropFirst(4)) : String(line)
    }
    guard let first = lines.first else { return message }
    let rest = lines.dropFirst().joined(separator: ", ")
    return rest.isEmpty ? first : "\(first) \(rest)"
  }

  /// Help and the like.
  private static func printed(_ text: String) -> ExitStatus {
    do {
      try Output.print(text + "\n")
      return .done
    } catch {
      return report(error, [])
    }
  }
}
