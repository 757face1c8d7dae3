import JSON
import Model
import Readers
import Rendering

/// Standard output of `extract`: whole lines, in the order of the input.
struct ExtractStream {
  /// What a task made of one piece.
  struct Part: Sendable {
    var path: String
    var lines: [UInt8] = []
    var written = 0
    var refused = 0
    var lackingTool = 0
    var passedOver: [Refusal] = []
    var answers = PassedAnswers()
    var isEnd = false

    /// What to tell people of the refused documents.
    var complaints: [String] = []
  }

  private let output = Output()
  private let end: EndLine?
  private var read = 0
  private var written = 0
  private var refused = 0
  private var allWritten = 0
  private var allRefused = 0
  private var allLackingTool = 0
  private(set) var passedOver: [Refusal] = []
  private(set) var answers = PassedAnswers()

  /// - Parameter end: what closes each path, or `nil` for nothing.
  init(end: EndLine?) { self.end = end }

  /// What the run ends with because of what it refused.
  var status: ExitStatus? {
    .refusing(allRefused, lackingTool: allLackingTool, taken: allWritten)
  }

  mutating func write(_ parts: [Part]) throws {
    for part in parts {
      try output.write(part.lines)
      for complaint in part.complaints { Console.note(complaint) }
      written += part.written
      refused += part.refused
      allWritten += part.written
      allRefused += part.refused
      allLackingTool += part.lackingTool
      passedOver += part.passedOver
      answers.add(part.answers.types)
      guard part.isEnd else { continue }
      if let end {
        try output.write(end.line(path: part.path, written: written, refused: refused))
      }
      written = 0
      refused = 0
    }
    try output.flush()
  }
}

/// The object that closes a path: with what it was read, and how many documents it held.
struct EndLine: Sendable {
  var lexicons: String
  var gazetteer: String

  func line(path: String, written: Int, refused: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("type")
      json.string("end")
      json.key("path")
      json.string(path)
      json.key("read")
      json.number(written + refused)
      json.key("written")
      json.number(written)
      json.key("refused")
      json.number(refused)
      json.key("truncated")
      json.bool(false)
      json.key("version")
      json.string(Version.program)
      json.key("lexicons")
      json.string(lexicons)
      json.key("gazetteer")
      json.string(gazetteer)
    }
    json.newline()
    return json.bytes
  }
}

extension JSONWriter {
  /// What opens a feed, before its entries.
  mutating func feed(_ head: FeedHead, path: String) {
    let members: [(StaticString, String?)] = [
      ("title", head.title), ("url", head.url), ("id", head.id),
      ("description", head.description), ("author", head.author), ("language", head.language),
      ("charset", head.charset), ("format", head.format),
      ("updated_at", head.updatedAt?.description), ("published_at", head.publishedAt?.description),
    ]
    object { json in
      json.key("type")
      json.string("feed")
      json.key("path")
      json.string(path)
      json.key("feed")
      json.object { json in
        for (name, value) in members {
          json.key(name)
          json.string(value)
        }
      }
    }
    newline()
  }

  /// A feed in a list of feeds.
  mutating func outline(_ outline: FeedOutline, path: String) {
    let members: [(StaticString, String?)] = [
      ("type", "outline"), ("path", path), ("feed_url", outline.feedURL), ("title", outline.title),
      ("url", outline.url), ("description", outline.description), ("language", outline.language),
    ]
    object { json in
      for (name, value) in members {
        json.key(name)
        json.string(value)
      }
      json.key("tags")
      json.array(outline.tags) { json, tag in json.string(tag) }
    }
    newline()
  }

  /// A document that could not be read, in its place among the others.
  mutating func refusal(_ refusal: Refusal) {
    object { json in
      json.key("type")
      json.string("refused")
      json.key("path")
      json.string(refusal.path)
      json.key(refusal.offset == nil ? "line" : "offset")
      json.number(refusal.offset ?? refusal.line)
      json.key("id")
      json.string(refusal.id)
      json.key("reason")
      json.string(refusal.reason)
    }
    newline()
  }
}
