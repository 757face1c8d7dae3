import Language
import Model

/// Says of each claim of a text which words gave it its fields, and why other numbers are none.
///
/// It repeats no rule: the stations have kept the words that decided.
struct Explainer {
  let context: ClaimContext
  let excluded: [(tokens: Range<Int>, why: NumberExclusion)]

  private var text: TokenizedText { context.text }

  func explanation(of claims: [FoundClaim]) -> Explanation {
    let claimed = Set(claims.map(\.trace.quantity))
    let others = context.quantities.indices.filter { !claimed.contains($0) }.map {
      PassedNumber(
        evidence: context.quantities[$0].quantity.evidence, why: why(context.quantities[$0]))
    }
    let excluded = excluded.map { PassedNumber(evidence: text.span($0.tokens), why: $0.why.why) }
    return Explanation(
      claims: claims.map { reasons(of: $0, among: claims) },
      passedOver: (others + excluded).sorted { $0.evidence.start < $1.evidence.start })
  }

  /// Why a quantity is no claim.
  private func why(_ found: FoundQuantity) -> String {
    if found.isInDate { return "only says when" }
    switch found.form {
    case .age: return "an age"
    case .vague: return "a vague amount"
    case .oneOf: return "one of several, and counts nothing"
    case .structural: return "a small count that only orders the text"
    case .bare: return NumberExclusion.bare.why
    default: return "no claim"
    }
  }

  // MARK: - Fields

  private func reasons(of found: FoundClaim, among claims: [FoundClaim]) -> [Reason] {
    let quantity = context.quantities[found.trace.quantity]
    var reasons = Reasons(text: text)
    if let original = found.claim.sameAs {
      reasons.add(
        "same_as", claims[original].claim.quantity.evidence,
        "in brackets behind it: the same amount in another unit, with its fields")
    }
    explain(quantity, into: &reasons)
    if let measure = found.trace.measure {
      reasons.add("measure", measure, "the words that name what is counted or measured")
    }
    explainEntities(found, into: &reasons)
    explainTime(found, into: &reasons)
    explainModality(found, into: &reasons)
    if let basis = found.claim.basis {
      reasons.add("basis", found.trace.basis, "a word for what is \(basis.rawValue)")
    }
    if found.claim.likelihood != nil {
      reasons.add("likelihood", found.trace.likelihood, "words of the scale of ICD 203")
    }
    explainSpeaker(found, quantity, into: &reasons)
    return reasons.list
  }

  private func explain(_ found: FoundQuantity, into reasons: inout Reasons) {
    let quantity = found.quantity
    let why: String
    switch found.form {
    case .multipleWord: why = "a word that says a multiple"
    case .fraction, .ratio: why = "a share, as percent"
    default: why = quantity.comparator == .range ? "both ends of a range" : "the number"
    }
    reasons.add("value", found.number, why)
    if quantity.comparator != .equal, quantity.comparator != .range {
      reasons.add(
        "comparator", found.bound,
        found.bound == nil ? "the verb before the number bounds it" : "beside the number")
    }
    if quantity.unit != nil {
      let inherited =
        quantity.dimension == "age" ? "an age" : "left out, as in the quantity before or behind it"
      reasons.add("unit", found.unit, found.unit == nil ? inherited : "beside the number")
    }
    let word = found.directionWord.map { $0..<$0 + 1 }
    if let change = quantity.change {
      reasons.add("change", word, "says that the number is how much it went \(change.rawValue)")
    }
    if let direction = quantity.direction {
      reasons.add("direction", word, "leads \(direction.rawValue) to this level")
    }
  }

  private func explainEntities(_ found: FoundClaim, into reasons: inout Reasons) {
    let fields = [("subjects", found.claim.subjects), ("places", found.claim.places)]
    for (field, ids) in fields where !ids.isEmpty {
      if field == "places", let words = found.trace.place {
        reasons.add(field, words, "stands for \(ids[0]), the last such place that was named")
        continue
      }
      if let topic = found.trace.topic {
        reasons.add(field, topic, "carried: where the text is about, no other place named since")
        continue
      }
      if field == "subjects", let antecedent = found.trace.antecedent {
        reasons.add(field, antecedent, "carried: what the pronoun stands for")
        continue
      }
      if let origin = found.trace.entityOrigin {
        reasons.add(field, origin, "carried from this figure, with which the account goes on")
        continue
      }
      for id in ids {
        let mention = context.mentions.last {
          $0.mention.entity == id && found.claim.sentence.contains($0.mention.evidence)
        }
        let role = field == "places" ? "where, by the word before it" : "whose, beside the figure"
        reasons.add(
          field, mention?.mention.evidence,
          mention.map { "\(id) by its \($0.mention.by.rawValue): \(role)" } ?? id)
      }
    }
  }

  private func explainTime(_ found: FoundClaim, into reasons: inout Reasons) {
    guard found.claim.time != nil else { return }
    if let origin = found.trace.timeOrigin {
      reasons.add("time", origin, "carried from this figure: told on in the past tense")
    } else {
      reasons.add("time", found.trace.time, "the date that governs the figure")
    }
  }

  private func explainModality(_ found: FoundClaim, into reasons: inout Reasons) {
    let modality = found.claim.modality
    switch (modality, found.trace.modality) {
    case (.asserted, nil): reasons.add("modality", nil as TextSpan?, "nothing weakens its clause")
    case (.asserted, let words): reasons.add("modality", words, "a base of comparison: it has been")
    case (.denied, let words): reasons.add("modality", words, "turns the figure's clause over")
    case (_, let words): reasons.add("modality", words, "the outermost word over its clause")
    }
  }

  private func explainSpeaker(
    _ found: FoundClaim, _ quantity: FoundQuantity, into reasons: inout Reasons
  ) {
    let attribution = context.attributions.attribution(at: quantity.number.lowerBound)
    guard let attribution else { return }
    if attribution.isHearsay {
      reasons.add("speaker", attribution.cue, "hearsay: nobody is named")
      return
    }
    guard let speaker = found.claim.speaker, let mention = attribution.mention else { return }
    let named = text.string(mention)
    let stands = named.hasSuffix(speaker) ? "" : ", which stands for “\(speaker)”"
    reasons.add("speaker", mention, "whoever says it\(stands)")
    reasons.add("speaker", attribution.cue, "gives it to the speaker")
    for carrier in found.claim.via {
      reasons.add("via", nil as TextSpan?, "“\(carrier)” passes it on")
    }
    if found.claim.quoted { reasons.add("quoted", nil as TextSpan?, "inside direct speech") }
  }
}

/// Collects reasons, their words as bytes.
private struct Reasons {
  let text: TokenizedText
  var list: [Reason] = []

  init(text: TokenizedText) { self.text = text }

  mutating func add(_ field: String, _ words: Range<Int>?, _ why: String) {
    add(field, words.flatMap { $0.isEmpty ? nil : text.span($0) }, why)
  }

  mutating func add(_ field: String, _ evidence: TextSpan?, _ why: String) {
    list.append(Reason(field: field, evidence: evidence, why: why))
  }
}
