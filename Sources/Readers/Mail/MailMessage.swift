import Bytes
import Markup
import Model

/// A message as a report: the one whose text it is, where another passes it on.
struct MailMessage {
  /// The Message-ID, without the angle brackets.
  let id: String?

  /// Whether it ends before its last boundary, or before that of the message around it.
  let isCut: Bool

  private let entity: MIMEEntity
  private let body: MailBody
  private let options: ReadingOptions
  private let source: MailSource
  private let subject: MailSubject
  private let charset: String?

  /// The message that `bytes` are, or those that it passes on.
  static func all(in bytes: ArraySlice<UInt8>, options: ReadingOptions) -> [MailMessage] {
    let outer = MIMEParser.message(bytes.withoutMark.drop { $0 <= 0x20 })
    let inner = MailBody.messages(in: outer)
    // One alone may be known by the message around it; of several, each by itself.
    let id = inner.count == 1 ? outer.header.identifier("message-id") : nil
    return inner.indices.map { index in
      let isLast = index == inner.count - 1
      return MailMessage(
        inner[index], id: id, isCut: inner[index].isCut || isLast && outer.isCut, options: options)
    }
  }

  /// Of one that has no Message-ID, `id` is what it is known by.
  private init(_ entity: MIMEEntity, id: String?, isCut: Bool, options: ReadingOptions) {
    self.entity = entity
    self.options = options
    self.isCut = isCut
    self.id = entity.header.identifier("message-id") ?? id
    body = MailBody(entity).readable
    charset = (body.pages + body.texts).lazy.compactMap(\.charset).first
    source = MailSource(entity.header, charset: charset)
    subject = MailSubject(
      entity.header.text("subject", charset: charset) ?? "", list: source.list)
  }

  /// Its bytes, in what was parsed.
  var bytes: ArraySlice<UInt8> { entity.bytes }

  /// The report, without its bytes and its place.
  func report() throws(ReadingError) -> Report {
    var found = try page()
    if found == nil { found = try text() }
    if found == nil { found = try page(isWhole: true) }
    guard let reading = found else { throw body.isBroken ? .notBase64 : ReadingError("no text") }
    var report = reading.report
    report.id = id
    report.mime = "message/rfc822"
    report.complete = !isCut
    if let forward = reading.forward { fill(&report, forward) } else { fill(&report) }
    if let language = entity.header.text("content-language"), !language.contains(",") {
      report.declare(language: language, from: .meta)
    }
    return report
  }

  private var isAnswer: Bool {
    subject.isAnswer || entity.header.bytes("in-reply-to") != nil
  }

  private typealias Reading = (report: Report, forward: ForwardedBlock?)

  // MARK: The body

  /// With `isWhole`, of a page in which no article is to be found, all that it says.
  private func page(isWhole: Bool = false) throws(ReadingError) -> Reading? {
    var reading: Reading?
    for part in body.pages {
      let bytes = part.content
      let decoded = DecodedText(
        bytes, declared: part.charset ?? options.charset ?? CharsetDeclaration.label(in: bytes))
      let document = HTMLDocument(utf8: decoded.utf8)
      let letter = LetterPage(document.tree, subject: subject, isAnswer: isAnswer)
      var report = try HTMLPage.report(
        of: document, letter: letter.nodes, isWhole: isWhole, options: options)
      if var text = MailText(Array(report.text.utf8)) {
        text.cutFoot()
        report.text = String(decoding: text.utf8, as: UTF8.self)
      }
      guard !report.text.isEmpty else { continue }
      if reading == nil {
        reading = (report, letter.forward)
      } else {
        reading?.report.text += "\n\n" + report.text
        reading?.report.links += report.links
        reading?.report.references += report.references
      }
      guard reading?.report.text.utf8.count ?? 0 <= options.textLimit else {
        throw .textTooLong(options.textLimit)
      }
    }
    return reading
  }

  private func text() throws(ReadingError) -> Reading? {
    guard let first = body.texts.first else { return nil }
    var text = try plain(first)
    var length = text.length
    for part in body.texts.dropFirst() {
      let next = try plain(part)
      length += next.length
      guard length <= options.textLimit else { throw .textTooLong(options.textLimit) }
      text.append(next)
    }
    let isTop = !subject.isForward
    let forward = ForwardedBlock(
      in: text.opening(ForwardedBlock.lines(isTop: isTop)), isTop: isTop, wraps: true)
    if let forward {
      text.dropFirst(forward.lineCount)
      if forward.isQuoted { text.unquote() }
    } else if isAnswer {
      text.cutAnswered()
    }
    text.cutFoot()
    let utf8 = text.utf8
    guard !utf8.isEmpty else { return nil }
    guard TextLine.fits(utf8) else { throw TextLine.tooMany }
    let title = forward?.subject.map { MailSubject($0).title } ?? subject.title
    return (PlainText.report(of: utf8, titled: title, options: options), forward)
  }

  private func plain(_ part: MIMEEntity) throws(ReadingError) -> MailText {
    let decoded = DecodedText(part.content, declared: part.charset ?? options.charset)
    // What is cut from a message is never as long.
    guard decoded.utf8.count <= 2 * options.textLimit else { throw .textTooLong(options.textLimit) }
    guard var text = MailText(decoded.utf8) else { throw TextLine.tooMany }
    if part.type.parameter("format")?.lowercased() == "flowed" {
      text.joinFlowed(deletingBlanks: part.type.parameter("delsp")?.lowercased() == "yes")
    }
    return text
  }

  // MARK: The fields

  private func fill(_ report: inout Report) {
    let date = entity.header.text("date").flatMap { StampedDate($0) }
    fill(&report, title: subject.title, date: date, source: source, from: .meta)
  }

  private func fill(_ report: inout Report, _ forward: ForwardedBlock) {
    // The day on which it was passed on is not that of its publication.
    fill(
      &report, title: MailSubject(forward.subject ?? subject.title).title, date: forward.date,
      source: MailSource(forward.sender), from: .text)
  }

  private func fill(
    _ report: inout Report, title: String, date: StampedDate?, source: MailSource,
    from place: Provenance.Source
  ) {
    report.set(
      title: title.nonEmpty, bylines: report.bylines.isEmpty ? source.bylines : [],
      published: date.map { ($0.day, $0.instant) }, outlet: source.outlet, from: place)
  }
}
