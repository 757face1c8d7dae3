import Language
import Model

/// Finds entities, dates, quantities and claims in a text.
///
/// A pure function of its inputs: the same text, day and gazetteer give the same findings.
public struct Extractor: Sendable {
  private let lexicon: Lexicon
  private let entityFinder: EntityFinder
  private let dateFinder: DateFinder
  private let quantityFinder: QuantityFinder
  private let currencies: SharedCurrencies
  private let attributor: Attributor
  private let claimAssembler: ClaimAssembler

  public init(gazetteer: Gazetteer, units: Units = .builtIn) {
    lexicon = Lexicon.builtIn(language: "en")
    entityFinder = EntityFinder(gazetteer: gazetteer, lexicon: lexicon)
    dateFinder = DateFinder(lexicon: lexicon)
    quantityFinder = QuantityFinder(lexicon: lexicon, units: units)
    currencies = SharedCurrencies(lexicon: lexicon, units: units, gazetteer: gazetteer)
    attributor = Attributor(lexicon: lexicon)
    claimAssembler = ClaimAssembler(lexicon: lexicon, gazetteer: gazetteer)
  }

  /// All that is found in a report.
  public func findings(in report: Report, explained: Bool = false) -> Findings {
    var findings = findings(
      in: report.text, title: report.title, published: report.published,
      language: report.language, explained: explained)
    if !report.pages.isEmpty { findings.setPages(of: report) }
    return findings
  }

  /// All that is found in a text.
  ///
  /// - Parameters:
  ///   - text: the body of a report.
  ///   - title: its headline, which may name those who speak in it.
  ///   - published: the day that relative times count from, or `nil` if it is not known.
  ///   - language: ISO 639-1; a language without rules gives entities and no figures.
  ///   - explained: whether the findings say why the claims are what they are.
  /// - Returns: the findings, each list in the order of the text.
  public func findings(
    in text: String, title: String? = nil, published: Day?, language: String?,
    explained: Bool = false
  ) -> Findings {
    let text = TokenizedText(text, lexicon: lexicon)
    var findings = Findings()
    let entities = entityFinder.entities(in: text)
    findings.mentions = entities.mentions.map(\.mention)
    findings.held = entities.held
    if let language, language != "en" {
      findings.unreadLanguage = language
      return findings
    }
    let dates = dateFinder.dates(in: text, published: published)
    findings.dates = dates.map(\.mention)
    var numbers = quantityFinder.findings(
      in: text, dates: dates.map(\.tokens), names: entities.mentions.map(\.tokens))
    currencies.settle(&numbers.quantities, beside: entities.mentions, in: text)
    // A word such as "doubled" states no number: it is a claim at most.
    findings.quantities = numbers.quantities.filter { $0.form != .multipleWord }.map(\.quantity)
    let context = ClaimContext(
      text: text, published: published, mentions: entities.mentions, dates: dates,
      quantities: numbers.levelled,
      attributions: attributor.attributions(
        in: text, title: title, mentions: findings.mentions))
    let claims = claimAssembler.claims(in: context)
    findings.claims = claims.map(\.claim)
    if explained {
      findings.explanation = Explainer(context: context, excluded: numbers.excluded)
        .explanation(of: claims)
    }
    return findings
  }
}
