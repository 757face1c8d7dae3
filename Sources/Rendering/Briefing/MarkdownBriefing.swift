import JSON
import Model

/// A briefing as a page of Markdown with numbered sources.
///
/// The same briefing gives the same bytes: nothing depends on a clock or on a hash table's order.
public struct MarkdownBriefing {
  private let briefing: Briefing
  private let figures: [Figure]

  /// The numbers of the sources, in the order in which the page first names them.
  private var numbers: [Int: Int] = [:]
  private var text = ""

  public static func page(_ briefing: Briefing) -> String {
    var page = MarkdownBriefing(briefing)
    page.write()
    return page.text
  }

  private init(_ briefing: Briefing) {
    self.briefing = briefing
    figures = Figure.figures(of: briefing.claims)
  }

  private mutating func write() {
    frontMatter()
    text += "# \(Markdown.escaped(briefing.title))\n"
    let facts = figures.filter { [.asserted, .estimated].contains($0.first.claim.modality) }
    let outlook = figures.filter {
      [.forecast, .planned, .possible, .required].contains($0.first.claim.modality)
    }
    let denied = figures.filter { $0.first.claim.modality == .denied }
    table("Figures", facts, empty: "No figures.")
    disagreements(among: facts)
    news()
    if !outlook.isEmpty { table("Forecasts and plans", outlook, empty: "") }
    if !denied.isEmpty { table("Denied", denied, empty: "") }
    evidence(facts + outlook + denied)
    sources()
  }

  private mutating func frontMatter() {
    text += "---\n"
    for (key, value) in [
      ("title", briefing.title),
      ("data_until", briefing.dataUntil?.description ?? ""),
      ("archive", briefing.archiveHash),
      ("query", briefing.query),
    ] {
      // A string of JSON is one of YAML, too.
      var json = JSONWriter()
      json.string(TerminalText.escaped(value))
      text += "\(key): \(String(decoding: json.bytes, as: UTF8.self))\n"
    }
    text += "---\n\n"
  }

  private mutating func table(_ title: String, _ figures: [Figure], empty: String) {
    text += "\n## \(title)\n\n"
    guard !figures.isEmpty else { return text += empty + "\n" }
    text += Markdown.heading(["Figure", "What", "About", "When", "Said on", "Who", "Source"])
    for figure in figures {
      let claim = figure.first.claim
      let mark = figure.sources == 1 ? " †" : ""
      text += Markdown.row([
        Markdown.escaped(figure.text) + mark, Markdown.escaped(what(claim)),
        Markdown.escaped(ClaimFormatter.about(claim, name: briefing.name)),
        ClaimFormatter.time(figure.first), figure.first.saidOn?.description ?? "",
        Markdown.escaped(who(claim)), citations(figure),
      ])
    }
    if figures.contains(where: { $0.sources == 1 }) { text += "\n† rests on one source.\n" }
  }

  private mutating func disagreements(among figures: [Figure]) {
    text += "\n## Disagreements\n\n"
    let found = Disagreement.disagreements(among: figures)
    guard !found.isEmpty else { return text += "None among these figures.\n" }
    for disagreement in found {
      let claim = disagreement.figures[0].first.claim
      let subject = [what(claim), ClaimFormatter.about(claim, name: briefing.name)].filter {
        !$0.isEmpty
      }.joined(separator: "; ")
      text += "- **\(Markdown.escaped(subject.isEmpty ? "Figure" : subject))**"
      if let ratio = disagreement.ratio {
        text += " (ratio \(FigureFormatter.number((ratio * 10).rounded() / 10)))"
      }
      text += "\n"
      for answer in answers(disagreement.figures) {
        text += "  - \(answer.text) \(citations(Figure(claims: answer.claims)))\n"
      }
    }
  }

  /// The figures with who gives them, each such pair once with all claims that say so.
  private func answers(_ figures: [Figure]) -> [(text: String, claims: [ClaimRecord])] {
    var answers: [(text: String, claims: [ClaimRecord])] = []
    for figure in figures {
      let told = who(figure.first.claim)
      let text =
        Markdown.escaped(figure.text) + (told.isEmpty ? "" : " (\(Markdown.escaped(told)))")
      if let known = answers.firstIndex(where: { $0.text == text }) {
        answers[known].claims += figure.claims
      } else {
        answers.append((text, figure.claims))
      }
    }
    return answers
  }

  private mutating func news() {
    guard let since = briefing.since else { return }
    let new = figures.filter { figure in
      figure.claims.allSatisfy { $0.saidOn.map { $0 >= since } ?? false }
    }
    text += "\n## What is new\n\n"
    guard !new.isEmpty else { return text += "Nothing said since \(since).\n" }
    text += "Said since \(since), and not before:\n\n"
    for figure in new {
      let subject = ClaimFormatter.about(figure.first.claim, name: briefing.name)
      text += "- \(Markdown.escaped(figure.text))"
      text += subject.isEmpty ? "" : " (\(Markdown.escaped(subject)))"
      text += " \(citations(figure))\n"
    }
  }

  /// Every sentence once, with all figures in it marked.
  private mutating func evidence(_ figures: [Figure]) {
    guard !figures.isEmpty else { return }
    text += "\n## Evidence\n\n"
    var order: [Sentence] = []
    var figuresOf: [Sentence: [ClaimRecord]] = [:]
    for claim in figures.flatMap(\.claims) {
      let sentence = Sentence(article: claim.articleID, span: claim.claim.sentence)
      if figuresOf[sentence] == nil { order.append(sentence) }
      figuresOf[sentence, default: []].append(claim)
    }
    for sentence in order {
      let claims = figuresOf[sentence] ?? []
      let parts = QuotedSentence(claims).parts.map { part in
        part.isMarked ? "**\(Markdown.escaped(part.text))**" : Markdown.escaped(part.text)
      }
      text += "- “\(parts.joined())” \(citations(Figure(claims: claims)))\n"
    }
  }

  private struct Sentence: Hashable {
    var article: Int
    var span: TextSpan
  }

  private mutating func sources() {
    guard !numbers.isEmpty else { return }
    text += "\n## Sources\n\n"
    for (id, number) in numbers.sorted(by: { $0.value < $1.value }) {
      guard let article = briefing.articles[id] else { continue }
      text += "\(number). \(description(of: article))\n"
    }
  }

  private func description(of article: Briefing.Article) -> String {
    let record = article.record
    var parts: [String] = []
    if let source = record.source { parts.append(Markdown.escaped(source)) }
    parts.append(record.title.map { "*\(Markdown.escaped($0))*" } ?? "(without a title)")
    if let url = record.url {
      parts.append(Markdown.address(url).map { "<\($0)>" } ?? Markdown.escaped(url))
    }
    if record.url == nil, let file = article.file { parts.append("`\(file.filter { $0 != "`" })`") }
    if let published = record.published { parts.append("published \(published)") }
    if let accessed = article.accessed { parts.append("accessed \(accessed.day)") }
    if record.revisions > 1 {
      parts.append("revision \(record.revision) of \(record.revisions)")
    }
    if let origin = record.copyOf {
      parts.append(numbers[origin].map { "copy of [\($0)]" } ?? "copy of article \(origin)")
    }
    parts.append("reliability \(record.sourceReliability)")
    if let digest = article.sha256 { parts.append("SHA-256 `\(digest.prefix(12))`") }
    return parts.joined(separator: ", ")
  }

  /// The numbers of a figure's sources, each leading to the sentence where there is an address.
  private mutating func citations(_ figure: Figure) -> String {
    var cited: [Int] = []
    var texts: [String] = []
    for claim in figure.claims where !cited.contains(claim.articleID) {
      cited.append(claim.articleID)
      let number = numbers[claim.articleID] ?? numbers.count + 1
      numbers[claim.articleID] = number
      let address = claim.url.flatMap {
        Markdown.address(TextFragment.address(of: $0, to: claim.sentence))
      }
      texts.append(address.map { "[\\[\(number)\\]](\($0))" } ?? "\\[\(number)\\]")
    }
    return texts.joined(separator: " ")
  }

  private func what(_ claim: Claim) -> String {
    claim.quantity.measure ?? ""
  }

  private func who(_ claim: Claim) -> String {
    let chain = ClaimFormatter.speakers(claim)
    let words = [claim.modality == .estimated ? "estimate" : nil, claim.basis?.rawValue]
    // "Unofficial estimates" say themselves what they are.
    let more = words.compactMap { $0 }.filter { !chain.lowercased().contains($0) }
    return ([chain] + more).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
