import Bytes

/// A message, or a part of one (RFC 2045): a header and what it describes.
///
/// Its bytes are slices of what was parsed, so that their indices say where it stands there.
struct MIMEEntity: Sendable {
  var header: MIMEHeader
  var type: MIMEValue

  /// Header and body.
  var bytes: ArraySlice<UInt8>

  /// As it is written, before the transfer encoding is undone.
  var body: ArraySlice<UInt8>

  /// The parts of a multipart, or the one message that this one holds.
  ///
  /// Those of a message that was itself packed have the indices of the unpacked bytes.
  var parts: [MIMEEntity] = []

  /// Whether it is a multipart whose last boundary never came.
  var isCut = false

  /// The body with its transfer encoding undone.
  var content: [UInt8] {
    switch encoding {
    case .base64: Base64.decodeMail(body)
    case .quotedPrintable: QuotedPrintable.decode(body)
    case .none: Array(body)
    }
  }

  /// Whether the body is not packed as the header says, so that undoing it would give noise.
  ///
  /// The first line tells: programs that pass a message on write their notes below it.
  var isBroken: Bool {
    guard encoding == .base64 else { return false }
    let line = body.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
    return !line.trimmingBlanks.allSatisfy(Base64.isDigit)
  }

  enum TransferEncoding { case none, base64, quotedPrintable }

  /// What the header says the body is packed as; a name that nobody knows is none.
  var encoding: TransferEncoding {
    switch header.value("content-transfer-encoding")?.name {
    case "base64": .base64
    case "quoted-printable": .quotedPrintable
    default: .none
    }
  }

  var charset: String? { type.charset }

  /// Whether it is to be kept as a file, and not to be read with the message.
  var isAttachment: Bool { header.value("content-disposition")?.name == "attachment" }

  /// What other parts name it by (RFC 2392).
  var contentID: String? { header.identifier("content-id") }

  /// Whether it is a message that another one holds.
  var holdsMessage: Bool { type.name == "message/rfc822" || type.name == "message/global" }

  /// The first of the parts, at any depth, for which `holds` is true; itself before its parts.
  func first(where holds: (MIMEEntity) -> Bool) -> MIMEEntity? {
    if holds(self) { return self }
    for part in parts {
      if let found = part.first(where: holds) { return found }
    }
    return nil
  }
}
