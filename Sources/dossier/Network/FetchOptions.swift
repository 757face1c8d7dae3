import ArgumentParser
import Fetching

/// How addresses are fetched.
struct FetchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Give an address up after so many seconds.", valueName: "seconds"))
  var timeout = 120

  @Flag(help: "Also ask this machine and private networks, which no feed may otherwise lead to.")
  var allowPrivate = false

  func validate() throws {
    guard (1...86_400).contains(timeout) else {
      throw ValidationError("--timeout takes a number of seconds from 1 on")
    }
  }

  func fetcher(connections: Int = 1) throws -> Fetcher {
    do throws(FetchError) {
      return try Fetcher(
        userAgent: "dossier/\(Version.program)", allowsPrivate: allowPrivate,
        connections: connections)
    } catch {
      throw Failure(.unavailable, "\(error)")
    }
  }

  func request(_ url: String) -> FetchRequest {
    var request = FetchRequest(url: url)
    request.limits.total = .seconds(timeout)
    return request
  }
}
