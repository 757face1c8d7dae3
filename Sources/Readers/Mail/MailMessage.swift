import Bytes
import Markup
import Model

/// A message as a report: the one whose text it is, where another passes it on.
struct MailMessage {
  /// The Message-ID, without the angle brackets.
  let id: String?

  private let entity: MIMEEntity
  private let body: MailBody
  private let options: ReadingOptions
  private let source: MailSource
  private let subject: MailSubject
  private let charset: String?

  init(_ bytes: ArraySlice<UInt8>, options: ReadingOptions) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
    let outer = MIMEParser.message(start.drop { $0 <= 0x20 })
    var entity = outer
    while let inner = MailBody.forwarded(in: entity), !MailBody(inner).isEmpty { entity = inner }
    self.entity = entity
    self.options = options
    id = entity.header.identifier("message-id") ?? outer.header.identifier("message-id")
    body = MailBody(entity)
    charset = (body.pages + body.texts).lazy.compactMap(\.charset).first
    source = MailSource(entity.header, charset: charset)
    subject = MailSubject(
      entity.header.text("subject", charset: charset) ?? "", list: source.list)
  }

  /// The report, without its bytes and its place.
  func report() throws(ReadingError) -> Report {
    guard let reading = page() ?? text() else { throw ReadingError("no text") }
    var report = reading.report
    report.id = id
    report.mime = "message/rfc822"
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

  private func page() -> Reading? {
    var reading: Reading?
    for part in body.pages {
      let bytes = part.content
      let decoded = DecodedText(
        bytes, declared: part.charset ?? options.charset ?? CharsetDeclaration.label(in: bytes))
      let document = HTMLDocument(utf8: decoded.utf8)
      let letter = LetterPage(document.tree, subject: subject, isAnswer: isAnswer)
      let report = HTMLPage.report(of: document, letter: letter.nodes, options: options)
      guard !report.text.isEmpty else { continue }
      if reading == nil {
        reading = (report, letter.forward)
      } else {
        reading?.report.text += "\n\n" + report.text
        reading?.report.links += report.links
        reading?.report.references += report.references
      }
    }
    return reading
  }

  private func text() -> Reading? {
    var texts = body.texts.map(plain)
    guard var text = texts.first else { return nil }
    let forward = ForwardedBlock(in: text.opening, isTop: !subject.isForward, wraps: true)
    if let forward {
      text.dropFirst(forward.lineCount)
      if forward.isQuoted { text.unquote() }
    } else if isAnswer {
      text.cutAnswered()
    }
    texts[0] = text
    let utf8 = MailText.joined(texts)
    guard utf8.contains(where: { $0 > 0x20 }) else { return nil }
    let title = forward?.subject.map { MailSubject($0).title } ?? subject.title
    return (PlainText.report(of: utf8, titled: title, options: options), forward)
  }

  private func plain(_ part: MIMEEntity) -> MailText {
    var text = MailText(
      DecodedText(part.content, declared: part.charset ?? options.charset).utf8)
    if part.type.parameter("format")?.lowercased() == "flowed" {
      text.joinFlowed(deletingBlanks: part.type.parameter("delsp")?.lowercased() == "yes")
    }
    text.cutFoot()
    return text
  }

  // MARK: The fields

  private func fill(_ report: inout Report) {
    let date = entity.header.text("date").flatMap { FeedDate($0) }
    fill(&report, title: subject.title, date: date, source: source, from: .meta)
  }

  private func fill(_ report: inout Report, _ forward: ForwardedBlock) {
    // The day on which it was passed on is not that of its publication.
    fill(
      &report, title: MailSubject(forward.subject ?? subject.title).title, date: forward.date,
      source: MailSource(forward.sender), from: .text)
  }

  private func fill(
    _ report: inout Report, title: String, date: FeedDate?, source: MailSource,
    from place: Provenance.Source
  ) {
    if !title.isEmpty {
      report.title = title
      report.note(place, of: "title")
    }
    if let outlet = source.outlet {
      report.outlet = outlet
      report.note(place, of: "outlet")
    }
    if report.bylines.isEmpty, !source.bylines.isEmpty {
      report.bylines = source.bylines
      report.note(place, of: "bylines")
    }
    if let date {
      report.published = date.day
      report.publishedAt = date.instant
      report.note(place, of: "published")
    }
  }
}
