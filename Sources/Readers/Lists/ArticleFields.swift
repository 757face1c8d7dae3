import Bytes
import Model

/// What lists of articles say of one, by the names that every such format has.
struct ArticleFields {
  enum Name: String, CaseIterable {
    case text, html
    case packedHTML = "html_base64"
    case title, published, updated, url, outlet, language
  }

  /// What the list calls the article.
  var id: String?

  private var values: [Name: String] = [:]

  /// What is given under a name, without what no archive can hold.
  subscript(name: Name) -> String? {
    get { values[name] }
    set { values[name] = newValue?.withoutZeros }
  }

  /// The report, without its bytes and its place; `mime` is what the list is.
  func report(mime: String, options: ReadingOptions) throws(ReadingError) -> Report {
    var report = try content(mime: mime, options: options)
    report.id = id
    report.set(
      title: line(.title), published: try moment(.published), outlet: line(.outlet),
      url: line(.url), from: .given)
    if let updated = try moment(.updated) {
      report.updatedAt = updated.instant
      report.note(.given, of: "updated_at")
    }
    if let language = line(.language) {
      report.declare(language: language, from: .given)
    } else if report.language == nil {
      report.language = LanguageGuess.language(of: report.text)
    }
    options.complete(&report)
    return report
  }

  /// The text as it stands, or what a page has of one.
  private func content(mime: String, options: ReadingOptions) throws(ReadingError) -> Report {
    if let text = self[.text] {
      var report = Report(path: options.name, text: text, original: [])
      report.mime = mime
      return report
    }
    var page = self[.html].map { Array($0.utf8) }
    if let packed = line(.packedHTML) {
      page = Base64.decode(packed)
      if page == nil { throw ReadingError("html_base64 is not base64", id: id) }
    }
    guard let page else { throw ReadingError("no text", id: id) }
    var pageOptions = options
    pageOptions.url = line(.url) ?? options.url
    do throws(ReadingError) {
      return try HTMLPage.report(of: page, options: pageOptions)
    } catch {
      throw ReadingError(error.reason, id: id)
    }
  }

  private func line(_ name: Name) -> String? { self[name]?.trimmed.nonEmpty }

  /// A day, or a day with its time and offset.
  private func moment(_ name: Name) throws(ReadingError) -> (day: Day, instant: Instant?)? {
    guard let text = line(name) else { return nil }
    if let day = Day(iso: text) { return (day, nil) }
    if let stamp = Timestamp(rfc3339: text) { return (stamp.day, stamp.instant) }
    throw ReadingError(
      "\(name.rawValue) is neither a day nor RFC 3339: \(text.prefix(40))", id: id)
  }
}
