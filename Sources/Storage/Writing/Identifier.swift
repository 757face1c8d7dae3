import Bytes
import Model

/// What an article is known by.
struct Identifier: Hashable {
  /// The strongest first: where two identifiers point at two articles, the address decides.
  enum Kind: String, CaseIterable, Comparable {
    case url
    case messageID = "message-id"
    case guid, id, digest

    static func < (one: Kind, other: Kind) -> Bool { one.rank < other.rank }

    private var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
  }

  var kind: Kind
  var value: String

  /// The identifiers that a report carries, the strongest first; the digest of its title and text
  /// where it has no other.
  ///
  /// A number that some outlet gave means nothing without the outlet.
  static func all(of report: Report) -> [Identifier] {
    var identifiers: [Identifier] = []
    if let address = report.url.flatMap(WebIdentity.init) {
      identifiers.append(Identifier(kind: .url, value: address.value))
    }
    if let id = report.id, let outlet = report.outlet {
      identifiers.append(Identifier(kind: .id, value: outlet.lowercased() + "\n" + id))
    }
    if identifiers.isEmpty {
      identifiers.append(Identifier(kind: .digest, value: digest(of: report)))
    }
    return identifiers
  }

  private static func digest(of report: Report) -> String {
    Digest.hex(
      Digest.sha256(Array((report.title ?? "").utf8) + [0] + Array(report.text.utf8)))
  }
}

extension Identifier: Comparable {
  /// By strength, then by value: the first of an article's identifiers gives its key.
  static func < (one: Identifier, other: Identifier) -> Bool {
    one.kind == other.kind ? one.value < other.value : one.kind < other.kind
  }
}
