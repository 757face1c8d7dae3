/// Why an address could not be fetched.
public enum FetchError: Error, Hashable {
  /// libcurl is not installed, or too old.
  case unsuitableLibrary

  /// The address, or one that it redirects to, is none of HTTP.
  case badAddress(String)
  case unknownHost(String)

  /// The host has only addresses that nobody may be sent to, such as this one.
  case privateAddress(String)
  case unreachable(reason: String)
  case tooManyRedirects(Int)

  /// In seconds, and how many bytes had come.
  case tooSlow(seconds: Int, received: Int)

  /// In bytes.
  case tooLarge(limit: Int)

  /// The server ended the answer before its end, or broke its own rules.
  case cutOff(reason: String)
  case badlyPacked
  case notTrusted(reason: String)
  case other(reason: String)
}

extension FetchError: CustomStringConvertible {
  /// A few words for people, without the address that was asked.
  public var description: String {
    switch self {
    case .unsuitableLibrary: "needs libcurl 7.85 or newer; apt-get install libcurl4 has it"
    case .badAddress(let address): "not an address of HTTP: \(address)"
    case .unknownHost(let host): "no such host: \(host)"
    case .privateAddress(let address):
      "\(address) is not an address of the public network; --allow-private allows it"
    case .unreachable(let reason): "cannot be reached: \(reason)"
    case .tooManyRedirects(let count): "more than \(count) redirections"
    case .tooSlow(let seconds, let received):
      "given up after \(seconds) s, with \(received) bytes received"
    case .tooLarge(let limit): "more than \(limit >> 20) MB"
    case .cutOff(let reason): "cut off: \(reason)"
    case .badlyPacked: "packed in a way that cannot be undone"
    case .notTrusted(let reason): "no secure connection: \(reason)"
    case .other(let reason): reason
    }
  }
}
