/// Rewrites decoded HTML so that libxml2's parser, which is older than HTML5, reads it as HTML5
/// means it.
///
/// Cuts comments, scripts, styles and drawings; resolves character references; closes what
/// libxml2 would read on; drops attributes without a rule, and end tags that end nothing (which
/// would cost a walk over all that is open).
struct HTMLCleaner {
  let input: [UInt8]
  var position = 0
  var output: [UInt8] = []
  private(set) var linkedData: [[UInt8]] = []

  /// Whether the page had more than a page has, so that its end was left out.
  private(set) var isCut = false
  private var elements = 0

  /// More elements than this, or more bytes of them and their text, are no page that anybody reads.
  private static let elementLimit = 1 << 18
  private static let outputLimit = 16 << 20

  /// The most bytes of data about the page that are passed on.
  private static let linkedDataLimit = 4 << 20
  private var linkedDataLeft = HTMLCleaner.linkedDataLimit

  /// Start tags beyond this many open elements are dropped; `nil` leaves it to the parser.
  let depthLimit: Int?
  private var depth = 0

  /// The name of the tag that is read; one place for all of them, as a page has thousands.
  private var name: [UInt8] = []

  /// How many elements of a name are open, by a hash of the name.
  private var open = [Int32](repeating: 0, count: 1024)

  /// Element names of which no further end tag was found, so that none is looked for again.
  private var endless: Set<UInt64> = []
  private var trustsEscapes = true

  init(_ input: [UInt8], depthLimit: Int?) {
    self.input = input
    self.depthLimit = depthLimit
    output.reserveCapacity(input.count / 2 + 64)
  }

  mutating func run() {
    let count = input.count
    var start = position
    while position < count {
      let byte = input[position]
      if byte > 0x3C || (byte >= 0x20 && byte != 0x3C && byte != 0x26) || byte == 0x0A {
        position += 1
        continue
      }
      output += input[start..<position]
      start = position
      guard !isFull else {
        isCut = true
        return
      }
      switch byte {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"): reference(inAttribute: false)
      default:
        position += 1
        let isPair = byte == 0x0D && position < count && input[position] == 0x0A
        if !isPair { output.append(byte == 0x0D ? 0x0A : 0x20) }
      }
      start = position
    }
    output += input[start..<position]
    isCut = isCut || isFull
  }

  private var isFull: Bool {
    output.count > HTMLCleaner.outputLimit || elements > HTMLCleaner.elementLimit
  }

  private mutating func markup() {
    guard position + 1 < input.count else { return literal() }
    switch input[position + 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): startTag()
    case UInt8(ascii: "/"):
      guard position + 2 < input.count else { return literal() }
      if isLetter(input[position + 2]) { endTag() } else { skip(past: UInt8(ascii: ">")) }
    case UInt8(ascii: "!"):
      if matches("<!--", at: position) { comment() } else { skip(past: UInt8(ascii: ">")) }
    case UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"))
    default: literal()
    }
  }

  private mutating func literal() {
    output += Array("&lt;".utf8)
    position += 1
  }

  private mutating func skip(past byte: UInt8) {
    while position < input.count, input[position] != byte { position += 1 }
    position = min(position + 1, input.count)
  }

  /// An unterminated comment reaches to the end, as in HTML5.
  private mutating func comment() {
    position += 4
    if position < input.count, input[position] == UInt8(ascii: ">") {
      position += 1
      return
    }
    if matches("->", at: position) {
      position += 2
      return
    }
    while position < input.count {
      if input[position] == UInt8(ascii: "-"), matches("-->", at: position) {
        position += 3
        return
      }
      if input[position] == UInt8(ascii: "-"), matches("--!>", at: position) {
        position += 4
        return
      }
      position += 1
    }
  }

  // MARK: Tags

  private mutating func startTag() {
    position += 1
    readName()
    let code = packed(name)
    switch code {
    case HTMLCleaner.script:
      let isLinkedData = attributes(writing: false).map(HTMLCleaner.isLinkedData) ?? false
      let body = scriptBody()
      if isLinkedData, body.count <= linkedDataLeft {
        linkedDataLeft -= body.count
        linkedData.append(Array(input[body]))
      }
    case HTMLCleaner.style:
      _ = attributes(writing: false)
      _ = rawText(until: code, orToEnd: true)
    case HTMLCleaner.svg, HTMLCleaner.math, HTMLCleaner.iframe, HTMLCleaner.noembed:
      _ = attributes(writing: false)
      if input[position - 1] != UInt8(ascii: ">") || input[position - 2] != UInt8(ascii: "/") {
        _ = rawText(until: code, orToEnd: false)
      }
    case HTMLCleaner.source, HTMLCleaner.track, HTMLCleaner.wbr:
      // Void elements that libxml2 does not know as such: they would hold the rest of the page.
      _ = attributes(writing: false)
    case HTMLCleaner.title, HTMLCleaner.textarea:
      emit(code)
      if let body = rawText(until: code, orToEnd: false) {
        characters(body)
        output += [UInt8(ascii: "<"), UInt8(ascii: "/")]
        output += name
        output.append(UInt8(ascii: ">"))
        closed()
      }
    default: emit(code)
    }
  }

  private mutating func emit(_ code: UInt64) {
    let isVoid = HTMLCleaner.voids.contains(code)
    if let depthLimit, depth >= depthLimit, !isVoid {
      _ = attributes(writing: false)
      output.append(0x20)
      return
    }
    if !isVoid {
      depth += 1
      open[slot] += 1
    }
    elements += 1
    output.append(UInt8(ascii: "<"))
    output += name
    _ = attributes(writing: true)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func endTag() {
    position += 2
    readName()
    _ = attributes(writing: false)
    let code = packed(name)
    if code == HTMLCleaner.br || code == HTMLCleaner.p || open[slot] > 0 {
      // Where none is open, the parser makes an element of the end tag.
      if open[slot] == 0 { elements += 1 }
      closed()
      output += [UInt8(ascii: "<"), code == HTMLCleaner.br ? 0x20 : UInt8(ascii: "/")]
      if code == HTMLCleaner.br { output.removeLast() }
      output += name
      output.append(UInt8(ascii: ">"))
    }
  }

  private mutating func closed() {
    let slot = slot
    guard open[slot] > 0 else { return }
    open[slot] -= 1
    depth = max(0, depth - 1)
  }

  private var slot: Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ hash >> 15) & 1023
  }

  /// Reads the name in lower case, with a hyphen for what libxml2 takes for no part of a name.
  private mutating func readName() {
    name.removeAll(keepingCapacity: true)
    while position < input.count, !isSpace(input[position]) {
      let byte = input[position]
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if name.count < 64 {
        let isPart =
          isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: ":")
          || byte == UInt8(ascii: "_")
        name.append(isPart ? lowered(byte) : UInt8(ascii: "-"))
      }
      position += 1
    }
  }

  private static func isLinkedData(_ type: [UInt8]) -> Bool {
    let wanted = Array("ld+json".utf8)
    guard type.count >= wanted.count else { return false }
    return (0...type.count - wanted.count).contains {
      type[$0..<$0 + wanted.count].elementsEqual(wanted) { ($0 | 0x20) == ($1 | 0x20) }
    }
  }

  // MARK: Raw text

  /// Passes over text that holds no markup, up to and with its end tag, and gives its range.
  ///
  /// Without an end tag: to the end of the page, or `nil` and nothing is passed over.
  private mutating func rawText(until code: UInt64, orToEnd: Bool) -> Range<Int>? {
    let start = position
    if !endless.contains(code) {
      var index = position
      while index + 1 < input.count {
        if input[index] == UInt8(ascii: "<"), input[index + 1] == UInt8(ascii: "/"),
          isName(code, at: index + 2)
        {
          position = index
          skip(past: UInt8(ascii: ">"))
          return start..<index
        }
        index += 1
      }
      endless.insert(code)
    }
    guard orToEnd else { return nil }
    position = input.count
    return start..<input.count
  }

  /// The range of a script, by the script data states of HTML5: inside a comment, `<script` opens
  /// a further one, whose end tag does not end the script.
  private mutating func scriptBody() -> Range<Int> {
    let start = position
    var index = position
    var isEscaped = false
    var isNested = false
    while index < input.count {
      let byte = input[index]
      if byte == UInt8(ascii: "<") {
        if matches("<!--", at: index), trustsEscapes {
          isEscaped = true
          index += 2
        } else if isEscaped, !isNested, isName(HTMLCleaner.script, at: index + 1) {
          isNested = true
        } else if index + 1 < input.count, input[index + 1] == UInt8(ascii: "/"),
          isName(HTMLCleaner.script, at: index + 2)
        {
          if !isNested {
            position = index
            skip(past: UInt8(ascii: ">"))
            return start..<index
          }
          isNested = false
        }
      } else if isEscaped, byte == UInt8(ascii: "-"), matches("-->", at: index) {
        isEscaped = false
        isNested = false
      }
      index += 1
    }
    if isEscaped, trustsEscapes {
      // A comment that never ends would take the whole page with it.
      trustsEscapes = false
      return scriptBody()
    }
    position = input.count
    return start..<input.count
  }

  /// Writes text in which only character references count.
  private mutating func characters(_ range: Range<Int>) {
    let after = position
    position = range.lowerBound
    while position < range.upperBound, !isFull {
      switch input[position] {
      case UInt8(ascii: "&"): reference(inAttribute: false)
      case UInt8(ascii: "<"): literal()
      default:
        output.append(input[position] < 0x20 ? 0x20 : input[position])
        position += 1
      }
    }
    position = after
  }
}
