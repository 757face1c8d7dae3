import JSON
import Model

/// Reads the lines of an export.
enum LineFields {
  static func run(_ value: JSONValue) throws(LineError) -> RunLine {
    guard let startedAt = try value.instant("started_at") else {
      throw LineError("started_at is missing")
    }
    return RunLine(
      number: try value.requiredInteger("number"), kind: try value.requiredText("run_kind"),
      startedAt: startedAt, version: try value.requiredText("version"),
      gazetteer: try value.requiredText("gazetteer"))
  }

  static func source(_ value: JSONValue) throws(LineError) -> SourceLine {
    var line = SourceLine(key: try value.requiredText("key"))
    line.site = value.text("site")
    line.outlet = value.text("outlet")
    line.name = value.text("name")
    line.kind = value.text("source_kind")
    line.country = value.text("country")
    line.reliability = value.text("reliability") ?? "F"
    line.note = value.text("note")
    guard line.key == Key.source(site: line.site, outlet: (line.outlet ?? "").lowercased()) else {
      throw LineError("the key is not that of the source")
    }
    guard ["A", "B", "C", "D", "E", "F"].contains(line.reliability) else {
      throw LineError("reliability cannot be '\(line.reliability)'")
    }
    return line
  }

  static func entity(_ value: JSONValue) throws(LineError) -> Entity {
    var entity = Entity(
      id: try value.requiredText("id"), kind: try value.requiredText("entity_kind"),
      name: try value.requiredText("name"), parent: value.text("parent"),
      iso: value.text("iso"), wikidata: value.text("wikidata"), geonames: value.text("geonames"),
      centre: value.text("centre"), notes: value.text("notes"))
    entity.validFrom = try value.day("valid_from")
    entity.validTo = try value.day("valid_to")
    for alias in value["aliases"]?.array ?? [] {
      entity.aliases.append(
        Alias(
          text: try alias.requiredText("text"), language: try alias.requiredText("language"),
          by: try alias.requiredWord("by"), ambiguous: alias["ambiguous"]?.bool ?? false))
    }
    return entity
  }

  static func article(_ value: JSONValue) throws(LineError) -> ArticleLine {
    var line = ArticleLine(key: try value.requiredText("key"))
    for identifier in value["identifiers"]?.array ?? [] {
      line.identifiers.append(
        ArticleLine.Identifier(
          kind: try identifier.requiredText("kind"),
          value: try identifier.requiredText("value")))
    }
    return line
  }

  static func revision(_ value: JSONValue) throws(LineError) -> RevisionLine {
    var line = RevisionLine(
      key: try value.requiredText("key"), article: try value.requiredText("article"),
      number: try value.requiredInteger("number"), sha256: try value.requiredText("sha256"),
      report: try DocumentFields.report(value))
    line.held = try DocumentFields.held(value, in: line.report.text)
    line.run = value["run"]?.integer
    return line
  }

  static func original(_ value: JSONValue) throws(LineError) -> OriginalLine {
    var line = OriginalLine(
      revision: try value.requiredText("revision"), sha256: try value.requiredText("sha256"),
      length: try value.requiredInteger("length"), seenAt: try value.instant("seen_at"),
      arrival: try value.requiredInteger("arrival"))
    line.run = value["run"]?.integer
    line.path = value.text("path")
    line.offset = value["offset"]?.integer
    line.containerSHA256 = value.text("container_sha256")
    line.headers = value["headers"].map { JSONColumn.headers($0) } ?? []
    return line
  }

  static func mention(_ value: JSONValue) throws(LineError) -> MentionLine {
    let entity = try value.requiredText("entity")
    return MentionLine(
      article: try value.requiredText("article"), revision: try value.requiredText("revision"),
      mention: Mention(
        entity: entity, name: entity, kind: "unknown", evidence: try value.span(),
        by: try value.requiredWord("by")),
      quote: try value.requiredText("text"))
  }

  static func claim(_ value: JSONValue) throws(LineError) -> ClaimLine {
    ClaimLine(
      key: try value.requiredText("key"), article: try value.requiredText("article"),
      revision: try value.requiredText("revision"), quote: try value.requiredText("text"),
      claim: try DocumentFields.claim(value), sameAs: value.text("same_as"))
  }

  static func decision(_ value: JSONValue) throws(LineError) -> DecisionLine {
    let subject = try value.requiredText("subject")
    let parts = subject.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, ["source", "article", "entity", "claim"].contains(parts[0]) else {
      throw LineError("subject cannot be '\(subject)'")
    }
    var line = DecisionLine(
      subjectKind: parts[0], subjectKey: parts[1], field: try value.requiredText("field"),
      value: value.text("value"))
    line.who = value.text("who")
    line.why = value.text("why")
    line.number = value["number"]?.integer
    line.at = try value.instant("at")
    line.previous = value.text("previous")
    line.undoes = value["undoes"]?.integer
    return line
  }
}
