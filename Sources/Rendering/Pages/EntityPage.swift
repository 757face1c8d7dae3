import Model

/// One entity on a terminal.
public struct EntityPage {
  public let text: String

  public init(record: EntityRecord, children: [Entity], style: Style) {
    let entity = record.entity
    var lines = [style.bold(Self.clean(entity.name)), ""]
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      let padding = String(repeating: " ", count: max(1, 12 - name.count))
      lines.append("\(name)\(padding)\(Self.clean(value))")
    }
    add("id", entity.id)
    add("kind", entity.kind)
    add("parent", entity.parent)
    add("from", entity.validFrom?.description)
    add("to", entity.validTo?.description)
    add("centre", entity.centre)
    add("iso", entity.iso)
    add("wikidata", entity.wikidata)
    add("geonames", entity.geonames)
    add("origin", record.origin)
    add("notes", entity.notes)
    for language in Self.languages(of: entity) {
      add(language.isEmpty ? "names" : language, Self.names(of: entity, in: language))
    }
    add("below", children.map(\.id).joined(separator: ", "))
    add("named", "\(record.mentions) times in \(record.articles) articles")
    add("claims", String(record.claims))
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func languages(of entity: Entity) -> [String] {
    var languages: [String] = []
    for alias in entity.aliases where !languages.contains(alias.language) {
      languages.append(alias.language)
    }
    return languages
  }

  private static func names(of entity: Entity, in language: String) -> String {
    entity.aliases.filter { $0.language == language }.map { alias in
      let notes = [
        alias.by == .demonym || alias.by == .metonym ? alias.by.rawValue : nil,
        alias.ambiguous ? "ambiguous" : nil,
      ].compactMap { $0 }
      return notes.isEmpty ? alias.text : "\(alias.text) (\(notes.joined(separator: ", ")))"
    }.joined(separator: ", ")
  }

  private static func clean(_ text: String) -> String {
    TerminalText.escaped(TerminalText.oneLine(text))
  }
}
