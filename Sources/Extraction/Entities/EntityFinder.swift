import Language
import Model

/// A mention, and the tokens it stands in.
public struct FoundMention: Hashable, Sendable {
  public var mention: Mention

  /// In a run of Chinese or Korean several mentions may share a token.
  public var tokens: Range<Int>

  public init(mention: Mention, tokens: Range<Int>) {
    self.mention = mention
    self.tokens = tokens
  }
}

/// The entities that a text names, and the names that it leaves open; each in the text's order.
public struct EntityFindings: Sendable {
  public var mentions: [FoundMention] = []
  public var held: [HeldName] = []

  public init() {}
}

/// Finds where a text names the entities of a gazetteer.
public struct EntityFinder: Sendable {
  let gazetteer: Gazetteer
  let names: NameIndex

  public init(gazetteer: Gazetteer, lexicon: Lexicon) {
    self.gazetteer = gazetteer
    names = NameIndex(gazetteer, lexicon: lexicon)
  }

  public func entities(in text: TokenizedText) -> EntityFindings {
    var findings = EntityFindings()
    for match in names.matches(in: text) {
      let sense = names.names[match.name].senses[0]
      let entity = gazetteer.entities[sense.entity]
      findings.mentions.append(
        FoundMention(
          mention: Mention(
            entity: entity.id, name: entity.name, kind: entity.kind, evidence: match.evidence,
            by: sense.by),
          tokens: match.tokens))
    }
    return findings
  }
}
