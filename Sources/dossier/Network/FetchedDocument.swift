import Fetching
import Model
import Readers

/// What came from an address, with what is known of it beside its bytes.
struct FetchedDocument: Sendable {
  /// The address that has answered.
  var url: String
  var capturedAt: Instant
  var headers: [HeaderField]
  var body: [UInt8]

  /// What its header says of the body.
  var response: Response

  /// The outlet where a document names none.
  var outlet: String?

  /// `nil` where the first bytes decide.
  var format: Format?

  /// A server's clock that is this far from ours is wrong.
  private static let longestDrift = 86_400

  init(_ response: FetchResponse, now: Instant) {
    url = response.url
    headers = response.headers
    body = response.body
    self.response = Response(
      contentType: response["content-type"], language: response["content-language"])
    let date = response.date ?? now
    capturedAt = abs(date.seconds - now.seconds) <= Self.longestDrift ? date : now
    format = self.response.format(of: body, address: url)
  }

  /// What a reader is told of it, over what the user says.
  func options(over options: ReadingOptions) -> ReadingOptions {
    var options = options
    options.complete(from: response, address: url)
    options.outlet = options.outlet ?? outlet
    return options
  }
}

extension FetchResponse {
  /// In words, where it holds no document.
  var complaint: String? { isSuccess ? nil : "HTTP status \(status)" }
}
