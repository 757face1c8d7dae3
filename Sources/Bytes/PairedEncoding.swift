/// How many bits the signs of an East Asian encoding cost in text of its language.
///
/// A class of n signs that makes up the share s of a text costs log2(n / s) bits a sign.
struct PairedEncoding: Sendable {
  let name: String

  /// The cost of a byte that is a sign by itself, or `nil` if it is none.
  var single: @Sendable (UInt8) -> Int? = { _ in nil }

  /// The cost of a sign of a lead and a trail, or `nil` if there is none such.
  let pair: @Sendable (UInt8, UInt8) -> Int?

  func cost(of sample: [UInt8]) -> Int {
    var cost = 0
    var index = 0
    while index < sample.count {
      let lead = sample[index]
      index += 1
      if lead < 0x80 {
        cost += EncodingGuess.plain
      } else if let bits = single(lead) {
        cost += bits
      } else if index < sample.count {
        // A sign that the sample's end cuts says nothing.
        let bits = pair(lead, sample[index])
        cost += bits ?? EncodingGuess.impossible
        if bits != nil { index += 1 }
      }
    }
    return cost
  }
}
