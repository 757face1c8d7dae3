import JSON
import Model

/// The fields of a report that say what it is, in the order of the machine interface.
public enum ReportFields {
  public static let heading: [Field<Report>] = [
    .text("id") { $0.id },
    .text("path") { $0.path },
    .integer("offset") { $0.offset },
    .text("url") { $0.url },
    .text("outlet") { $0.outlet },
    .text("title") { $0.title },
    .list("bylines") { $0.bylines },
    .day("published") { $0.published },
    .instant("published_at") { $0.publishedAt },
    .instant("updated_at") { $0.updatedAt },
    .instant("captured_at") { $0.capturedAt },
    .text("record_id") { $0.recordID },
    .text("language") { $0.language },
    .text("language_declared") { $0.languageDeclared },
    .text("mime") { $0.mime },
    .text("tool") { $0.tool },
    .integers("pages") { $0.pages },
    .bool("complete") { $0.complete },
  ]
}

extension JSONWriter {
  mutating func provenance(_ report: Report) {
    object { json in
      for entry in report.provenance {
        json.key(entry.field)
        json.string(entry.source.rawValue)
      }
    }
  }

  mutating func headers(_ headers: [HeaderField]) {
    array(headers) { json, field in
      json.array([field.name, field.value]) { $0.string($1) }
    }
  }

  mutating func enclosures(_ report: Report) {
    array(report.enclosures) { json, enclosure in
      json.object { json in
        json.key("url")
        json.string(enclosure.url)
        json.key("type")
        json.string(enclosure.type)
        json.key("length")
        json.number(enclosure.length)
      }
    }
  }

  mutating func links(_ report: Report) {
    array(report.links) { json, link in
      json.object { json in
        json.key("title")
        json.string(link.title)
        json.key("url")
        json.string(link.url)
      }
    }
  }
}
