import JSON
import Model

/// Standard output of `extract`: whole lines, in the order of the input.
struct ExtractStream {
  /// What a task made of one piece.
  struct Part: Sendable {
    var outcome: DocumentProcessor.Outcome
    var lines: [UInt8]
  }

  private let output = Output()
  private let showsRefusals: Bool
  private let showsEnd: Bool
  private var read = 0
  private var refused = 0
  private var allRefused = 0

  init(showsRefusals: Bool, showsEnd: Bool) {
    self.showsRefusals = showsRefusals
    self.showsEnd = showsEnd
  }

  mutating func write(_ parts: [Part]) throws {
    for part in parts {
      try output.write(part.lines)
      read += part.outcome.read
      for refusal in part.outcome.refusals { try write(refusal) }
      if part.outcome.isEnd { try close(part.outcome.path) }
    }
    try output.flush()
  }

  private mutating func write(_ refusal: Refusal) throws {
    refused += 1
    guard showsRefusals else { return Console.note(refusal.sentence) }
    var json = JSONWriter()
    json.object { json in
      json.key("type")
      json.string("refused")
      json.key("path")
      json.string(refusal.path)
      json.key("line")
      json.number(refusal.line)
      json.key("offset")
      json.number(refusal.offset)
      json.key("id")
      json.string(refusal.id)
      json.key("reason")
      json.string(refusal.reason)
    }
    json.newline()
    try output.write(json.bytes)
  }

  private mutating func close(_ path: String) throws {
    defer {
      allRefused += refused
      read = 0
      refused = 0
    }
    guard showsEnd else { return }
    var json = JSONWriter()
    json.object { json in
      json.key("type")
      json.string("end")
      json.key("path")
      json.string(path)
      json.key("read")
      json.number(read + refused)
      json.key("written")
      json.number(read)
      json.key("refused")
      json.number(refused)
      json.key("version")
      json.string(Version.program)
    }
    json.newline()
    try output.write(json.bytes)
  }

  /// - Throws: `Exit` where something was refused.
  func finish(opened: Int) throws {
    if opened == 0 { throw Exit(status: .noInput) }
    if allRefused > 0, !showsRefusals { throw Exit(status: .partly) }
  }
}
