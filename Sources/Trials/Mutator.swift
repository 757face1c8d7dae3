/// Makes texts worse in a sequence that its seed fixes: the same seed gives the same texts.
public struct Mutator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// A copy with some bytes changed, left out, doubled or taken from elsewhere.
  public mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...next(6) where !bytes.isEmpty {
      let place = next(bytes.count)
      let length = min(1 + next(24), bytes.count - place)
      switch next(7) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: next(256))
      case 1: bytes.removeSubrange(place..<place + length)
      case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: next(bytes.count))
      case 3: bytes.insert(contentsOf: Self.pieces[next(Self.pieces.count)].utf8, at: place)
      case 4: bytes[place] ^= 1 << UInt8(next(8))
      case 5:
        bytes.insert(
          contentsOf: repeatElement(bytes[place..<place + length], count: 1 + next(40)).joined(),
          at: place)
      default: bytes.removeSubrange(min(place + 200, bytes.count)...)
      }
    }
    return bytes
  }

  /// A number below `bound`, by Knuth's linear congruential generator for 64 bits.
  public mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, bound)))
  }

  /// What rules look for, to meet where nobody would put it.
  private static let pieces = [
    " more than ", " 1,200", " 40 percent", "$5bn ", " in 2024", " last year", " by the end of ",
    " said", " according to ", "\u{201C}", "\u{201D}", "\n\n", " Russia ", " it expects ", " F-35s",
    " from 5 to 7 ", " one of ", " a year ago", "(", ")", " \u{2014} ", ", which ", " and ", "’s ",
    "\u{0}", "\u{202E}", "\u{FEFF}", "½", "北京", " 10²² ", "99999999999999999999", " May ", ";",
    "<p>", "</div>", "<![CDATA[", "]]>", "<!--", "<script>", "&#x110000;", "&amp", "</item>",
    "<item>",
    "<entry>", "<!DOCTYPE r [<!ENTITY a \"b\">]>", "xml:base=\"//[\"", "\r\n\r\n", "\r\n--edge\r\n",
    "Content-Transfer-Encoding: base64\r\n", "Content-Encoding: br\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Content-Type: multipart/mixed; boundary=edge\r\n\r\n", "Content-Type: message/rfc822\r\n\r\n",
    "WARC/1.1\r\n", "\nFrom a@b.example Tue Jun  3 09:00:00 2025\n", "=?utf-8?B?",
    "=?koi8-r?Q?=F0?=",
    "PK\u{3}\u{4}", "PK\u{1}\u{2}", "\"\"", "{\"text\":", "\\ud800", "[[[[",
  ]
}
