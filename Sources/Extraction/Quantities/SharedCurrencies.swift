import Language
import Model

/// Currencies that share a name: whose won it is, by the country that the text names beside it.
struct SharedCurrencies: Sendable {
  private struct Issuer: Sendable {
    var country: String
    var unit: Unit
  }

  /// The issuers behind the code that a bare name stands for; its own issuer comes first.
  private let issuers: [String: [Issuer]]
  private let gazetteer: Gazetteer

  /// Read from the class `shared-currency`: a name, and `CODE country` of each that issues it.
  init(lexicon: Lexicon, units: Units, gazetteer: Gazetteer) {
    var issuers: [String: [Issuer]] = [:]
    for phrase in lexicon.words(of: lexicon.wordClass("shared-currency")) {
      let fields = phrase.value.split(separator: " ").map(String.init)
      let all = stride(from: 0, to: fields.count - 1, by: 2).compactMap { index in
        units[fields[index]].map { Issuer(country: fields[index + 1], unit: $0) }
      }
      if let first = all.first { issuers[first.unit.code] = all }
    }
    self.issuers = issuers
    self.gazetteer = gazetteer
  }

  /// Gives each amount under a shared name the issuer that alone of them is named in its sentence,
  /// else in the nearest sentence before it.
  func settle(
    _ quantities: inout [FoundQuantity], beside mentions: [FoundMention], in text: TokenizedText
  ) {
    for index in quantities.indices {
      let quantity = quantities[index].quantity
      guard let code = quantity.unit, let issuers = issuers[code],
        quantity.unitText?.contains(" ") == false, quantity.unitText != code,
        let issuer = issuer(
          of: issuers, at: quantities[index].number.lowerBound, mentions, text)
      else { continue }
      quantities[index].quantity.unit = issuer.unit.code
    }
  }

  private func issuer(
    of issuers: [Issuer], at token: Int, _ mentions: [FoundMention], _ text: TokenizedText
  ) -> Issuer? {
    let own = text.sentence(of: token)
    var near: (sentence: Int, countries: Set<String>)?
    for mention in mentions.reversed() {
      let sentence = text.sentence(of: mention.tokens.lowerBound)
      guard sentence <= own, let country = country(of: mention, among: issuers) else { continue }
      if let near, near.sentence != sentence { break }
      near = (sentence, (near?.countries ?? []).union([country]))
    }
    guard let countries = near?.countries, countries.count == 1 else { return nil }
    return issuers.first { countries.contains($0.country) }
  }

  private func country(of mention: FoundMention, among issuers: [Issuer]) -> String? {
    let entity = mention.mention.entity
    let places = [entity] + gazetteer.ancestors(of: entity)
    return issuers.first { places.contains($0.country) }?.country
  }
}
