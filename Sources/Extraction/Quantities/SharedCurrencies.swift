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
  ///
  /// Both lists are in the order of the text and gone through once.
  func settle(
    _ quantities: inout [FoundQuantity], beside mentions: [FoundMention], in text: TokenizedText
  ) {
    var named: [String: [Naming]] = [:]
    var cursors: [String: Int] = [:]
    for index in quantities.indices {
      let quantity = quantities[index].quantity
      guard let code = quantity.unit, let issuers = issuers[code],
        // "South Korean won" and "KRW" say whose it is; what has no word of its own shares a bare name.
        quantities[index].unitIsInherited
          || quantity.unitText?.contains(" ") == false && quantity.unitText != code
      else { continue }
      let namings = named[code] ?? self.namings(of: issuers, mentions, text)
      named[code] = namings
      let own = text.sentence(of: quantities[index].number.lowerBound)
      var next = cursors[code] ?? 0
      while next < namings.count, namings[next].sentence <= own { next += 1 }
      cursors[code] = next
      guard next > 0, namings[next - 1].countries.count == 1,
        let issuer = issuers.first(where: { namings[next - 1].countries.contains($0.country) })
      else { continue }
      quantities[index].quantity.unit = issuer.unit.code
      for level in quantities[index].levels.indices {
        quantities[index].levels[level].quantity.unit = issuer.unit.code
      }
    }
  }

  /// A sentence with the issuers that it names.
  private struct Naming {
    var sentence: Int
    var countries: Set<String>
  }

  private func namings(
    of issuers: [Issuer], _ mentions: [FoundMention], _ text: TokenizedText
  ) -> [Naming] {
    var namings: [Naming] = []
    for mention in mentions {
      guard let country = country(of: mention, among: issuers) else { continue }
      let sentence = text.sentence(of: mention.tokens.lowerBound)
      if namings.last?.sentence == sentence {
        namings[namings.count - 1].countries.insert(country)
      } else {
        namings.append(Naming(sentence: sentence, countries: [country]))
      }
    }
    return namings
  }

  private func country(of mention: FoundMention, among issuers: [Issuer]) -> String? {
    let entity = mention.mention.entity
    let places = [entity] + gazetteer.ancestors(of: entity)
    return issuers.first { places.contains($0.country) }?.country
  }
}
