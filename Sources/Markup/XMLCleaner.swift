/// Rewrites decoded XML so that libxml2 reads it without losing text.
///
/// Declarations and comments are cut, CDATA becomes escaped text, names of HTML's characters and the
/// document's own short texts are replaced by what they stand for, ampersands that begin no reference
/// are escaped, and what XML forbids is replaced.
struct XMLCleaner {
  private let input: [UInt8]
  private var position = 0
  private(set) var output: [UInt8] = []

  /// Whether there was more than a document has, so that its end was left out.
  private(set) var isCut = false
  private var tags = 0

  /// More tags than this, or more bytes of them and their text, are no document that anybody reads.
  private static let tagCountLimit = 1 << 18
  private static let outputLimit = 32 << 20

  /// Elements that lie deeper lose their tags.
  private let depthLimit: Int
  private var dropped = 0

  /// The names of the elements that are open.
  private var open: [ArraySlice<UInt8>] = []

  /// The texts that the document has names for.
  private var entities = EntityDeclarations()

  /// How much of a type declaration is looked at for texts.
  private static let declarationLimit = 1 << 16

  /// The longest tag that keeps its attributes: libxml2's time grows with the square of their
  /// number.
  private static let tagLimit = 1 << 16

  init(_ input: [UInt8], depthLimit: Int) {
    self.input = input
    self.depthLimit = depthLimit
    output.reserveCapacity(min(input.count, XMLCleaner.outputLimit) + input.count / 8)
  }

  mutating func run() {
    while position < input.count {
      ordinary()
      isCut = isFull
      guard position < input.count, !isCut else { return }
      switch input[position] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"): reference()
      default: character()
      }
    }
  }

  private var isFull: Bool {
    output.count > XMLCleaner.outputLimit || tags > XMLCleaner.tagCountLimit
  }

  /// Passes on what needs no look, in one piece.
  private mutating func ordinary() {
    let start = position
    var end = position
    while end < input.count {
      let byte = input[end]
      let isOrdinary =
        byte >= 0x20 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&") && byte != 0xEF
        && byte != UInt8(ascii: "]") || byte == 0x0A
      if !isOrdinary { break }
      end += 1
    }
    if end > start { output += input[start..<end] }
    position = end
  }

  private mutating func character() {
    let byte = input[position]
    let isForbidden =
      byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
      || byte == 0xEF && position + 2 < input.count && input[position + 1] == 0xBF
        && input[position + 2] >= 0xBE
    if isForbidden {
      output += [0xEF, 0xBF, 0xBD]
      position += byte == 0xEF ? 3 : 1
    } else {
      output.append(byte)
      position += 1
    }
  }

  private mutating func markup() {
    if matches("<!--") {
      skip(past: "-->")
    } else if matches("<![CDATA[") {
      position += 9
      characterData()
    } else if matches("<!") {
      declaration()
    } else if matches("<?") {
      skip(past: "?>")
    } else if position + 1 < input.count, isNameStart(input[position + 1]) {
      tag()
    } else {
      output += Array("&lt;".utf8)
      position += 1
    }
  }

  private mutating func characterData() {
    while position < input.count {
      ordinary()
      guard position < input.count, !isFull else { break }
      switch input[position] {
      case UInt8(ascii: "]") where matches("]]>"):
        position += 3
        return
      case UInt8(ascii: "&"):
        output += Array("&amp;".utf8)
        position += 1
      case UInt8(ascii: "<"):
        output += Array("&lt;".utf8)
        position += 1
      default: character()
      }
    }
  }

  /// A type declaration with its internal subset, in which `>` may stand in quotes and brackets.
  private mutating func declaration() {
    let start = position
    defer { entities.read(input[start..<position].prefix(XMLCleaner.declarationLimit)) }
    var depth = 0
    var quote: UInt8?
    while position < input.count {
      let byte = input[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = depth > 0 ? byte : nil
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return
      default: break
      }
    }
  }

  private mutating func tag() {
    let start = position
    let mark = output.count
    var quote: UInt8?
    var closing: (input: Int, output: Int)?
    tags += 1
    output.append(input[position])
    position += 1
    while position < input.count {
      let byte = input[position]
      if let open = quote {
        if byte == open {
          quote = nil
          closing = nil
        } else if byte == UInt8(ascii: ">"), closing == nil {
          closing = (position, output.count)
        } else if byte == UInt8(ascii: "<"), let end = closing {
          // A tag that begins behind the end of one: the quotation mark between is missing.
          position = end.input
          output.removeSubrange(end.output...)
          output.append(open)
          break
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        break
      }
      switch byte {
      case UInt8(ascii: "&"): reference()
      case UInt8(ascii: "<"):
        output += Array("&lt;".utf8)
        position += 1
      default: character()
      }
    }
    let isEmpty = output.last == UInt8(ascii: "/")
    if output.count - mark > XMLCleaner.tagLimit {
      let name = input[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      output.removeSubrange(mark...)
      output += name.prefix(256)
      if isEmpty { output.append(UInt8(ascii: "/")) }
    }
    output.append(UInt8(ascii: ">"))
    if position < input.count, input[position] == UInt8(ascii: ">") { position += 1 }
    let isEnd = start + 1 < input.count && input[start + 1] == UInt8(ascii: "/")
    let name = name(at: isEnd ? start + 2 : start + 1)
    if isEnd {
      output.removeSubrange(mark...)
      end(name)
    } else if open.count >= depthLimit {
      output.removeSubrange(mark...)
      if !isEmpty { dropped += 1 }
    } else if !isEmpty {
      open.append(name)
    }
  }

  private func name(at start: Int) -> ArraySlice<UInt8> {
    input[min(start, input.count)...].prefix {
      $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    .prefix(256)
  }

  /// Writes the end of the element that the end tag means, and of those in it that lack theirs; an
  /// end tag that ends nothing is left out, as is one whose start tag was.
  private mutating func end(_ name: ArraySlice<UInt8>) {
    if dropped > 0 {
      dropped -= 1
      return
    }
    let place = open.lastIndex {
      $0.count == name.count && $0.elementsEqual(name) { $0 | 0x20 == $1 | 0x20 }
    }
    guard let place else { return }
    while open.count > place, let last = open.popLast() {
      output += Array("</".utf8)
      output += last
      output.append(UInt8(ascii: ">"))
    }
  }

  private mutating func reference() {
    let found = CharacterReferences.reference(in: input, at: position)
    position = found?.end ?? position + 1
    switch found?.scalar {
    case nil:
      guard let (text, end) = entities.text(in: input, at: position - 1) else {
        output += Array("&amp;".utf8)
        break
      }
      output += text
      position = end
    case "&": output += Array("&amp;".utf8)
    case "<": output += Array("&lt;".utf8)
    case ">": output += Array("&gt;".utf8)
    case "\"": output += Array("&quot;".utf8)
    case "'": output += Array("&#39;".utf8)
    case let scalar?: output += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func skip(past end: StaticString) {
    while position < input.count, !matches(end) { position += 1 }
    position = min(position + end.utf8CodeUnitCount, input.count)
  }

  private func matches(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= input.count else { return false }
    for place in 0..<text.utf8CodeUnitCount
    where input[position + place] != text.utf8Start[place] {
      return false
    }
    return true
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":") || byte >= 0x80
  }
}
