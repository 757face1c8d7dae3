import Model

/// Whose report a message is: its list's, its sender's.
struct MailSource {
  private(set) var outlet: String?
  private(set) var bylines: [String] = []

  /// The names of the mailing list, as its header gives them.
  private(set) var list: [String] = []

  /// Of a message with a header of its own.
  init(_ header: MIMEHeader, charset: String?) {
    let listName = readList(header, charset: charset)
    let sender = header.bytes("from").flatMap { MailAddress($0, charset: charset) }
    fill(sender, listName: listName, isList: !list.isEmpty)
  }

  /// Of one that is passed on, whose sender alone is known.
  init(_ sender: MailAddress?) { fill(sender, listName: nil, isList: false) }

  /// Reads `Bay Watch <bay-watch.lists.example.org>` (RFC 2919); gives the name, if people chose it.
  private mutating func readList(_ header: MIMEHeader, charset: String?) -> String? {
    guard let field = header.bytes("list-id") else { return nil }
    var scanner = MIMEScanner(field)
    var phrase = EncodedWords.text(scanner.word(until: "<")[...], charset: charset)
    var address = phrase
    if scanner.take("<") {
      address = String(decoding: scanner.word(until: ">"), as: UTF8.self)
    } else {
      phrase = ""
    }
    let label = address.split(separator: ".").first.map(String.init) ?? ""
    list = [phrase, label].filter { !$0.isEmpty }
    return list.first(where: MailSource.isName)
  }

  /// Not the number that a program gives to a list: `0f3a9c21 mc list`.
  private static func isName(_ text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }
    return words.contains { $0.contains(where: \.isLetter) }
      && !words.contains { word in
        word.count(where: \.isNumber) >= 4 || word.count >= 16 && word.allSatisfy(\.isHexDigit)
      }
  }

  private mutating func fill(_ sender: MailAddress?, listName: String?, isList: Bool) {
    outlet = listName ?? sender?.name
    guard let name = sender?.name else { return }
    if let (person, publication) = MailSource.parted(name) {
      bylines = [person]
      outlet = listName.flatMap { $0.contains(" ") ? $0 : nil } ?? publication
    } else if isList, MailSource.isPerson(name), let sender, isOwn(name, sender) {
      bylines = [name]
    }
  }

  /// "Ann Lee from Bay Watch", which says both.
  private static func parted(_ name: String) -> (person: String, publication: String)? {
    let words = name.split(separator: " ")
    guard let mark = words.dropFirst().firstIndex(where: { marks.contains($0) }) else { return nil }
    let person = words[..<mark].joined(separator: " ")
    let publication = words[(mark + 1)...].joined(separator: " ")
    guard isPerson(person), Names.isCapitalized(publication) else { return nil }
    return (person, publication)
  }

  private static let marks: Set<Substring> = ["from", "at", "for", "|", "–", "—", "-", "·"]

  private static func isPerson(_ name: String) -> Bool {
    Names.isListOfNames(name) && !Names.isCompany(name)
      && !Furniture.words.role.isLine(Fold.line(name))
  }

  /// Whether a name is the sender's and not the list's: no name of the list repeats it, and the
  /// address has a word of it.
  private func isOwn(_ name: String, _ sender: MailAddress) -> Bool {
    let squashed = Fold.squashed(name)
    let isRepeated = list.contains { other in
      let other = Fold.squashed(other)
      return other.containsRun(squashed) || other.count >= 4 && squashed.containsRun(other)
    }
    let local = Array(sender.local.utf8)
    // Addresses are in Latin letters, and transcribe other names as they like.
    let isTranscribed = !name.utf8.allSatisfy { $0 < 0x80 }
    return !isRepeated
      && (isTranscribed
        || name.split(separator: " ").contains { word in
          let word = Fold.squashed(word)
          return word.count >= 3 && local.containsRun(word)
        })
  }
}
