/// What the header of a response says of the document in its body.
public struct Response: Sendable {
  let type: MIMEValue?
  let language: String?

  /// - Parameters:
  ///   - contentType: the value of `Content-Type`.
  ///   - language: the value of `Content-Language`.
  public init(contentType: String?, language: String?) {
    type = contentType.flatMap { MIMEValue(Array($0.utf8)) }
    self.language = language.flatMap { $0.contains(",") ? nil : $0 }
  }

  /// The format that a body is of; `nil` where only its bytes can tell, or it is no document.
  public func format(of body: [UInt8], address: String) -> Format? {
    MediaKind(type?.name)?.format(of: body, address: address)
  }
}

extension ReadingOptions {
  /// Takes over what a response from `address` says of its body.
  public mutating func complete(from response: Response, address: String) {
    self.address = address
    charset = response.type?.charset
    language = response.language
  }
}
