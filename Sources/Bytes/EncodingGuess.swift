/// What encoding bytes are in that are not UTF-8 and do not say.
///
/// Each candidate is asked in how many bits a text of its own would say these bytes (minus the
/// binary logarithm of how frequent such characters are in such text); the cheapest one is taken.
/// So letters of one script that make words, and pairs from the few thousand frequent signs of a
/// national standard, beat readings that need rare signs.
enum EncodingGuess {
  /// What an ASCII character costs, which all candidates have in common.
  static let plain = 5

  /// What a byte costs that the candidate cannot have.
  static let impossible = 24

  /// The Western code page is what unlabelled bytes are where little speaks for anything else.
  private static let westernBonus = 8

  /// How many bytes beyond ASCII, with their neighbours, are looked at.
  private static let sampleLimit = 1 << 13

  static func encoding(of bytes: ArraySlice<UInt8>) -> Encoding {
    let sample = sample(of: bytes)
    var best = Encoding.windows1252
    var lowest = WesternLetters.cost(of: sample) - westernBonus
    func offer(_ name: String, _ cost: Int) {
      guard cost < lowest, let encoding = Encoding(label: name) else { return }
      lowest = cost
      best = encoding
    }
    for letters in LetterEncoding.all { offer(letters.name, letters.cost(of: sample)) }
    for pairs in PairedEncoding.all { offer(pairs.name, pairs.cost(of: sample)) }
    return best
  }

  /// The bytes beyond ASCII with one neighbour on each side; the rest says nothing.
  private static func sample(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var sample: [UInt8] = []
    var last = bytes.startIndex
    for index in bytes.indices where bytes[index] >= 0x80 {
      if index > last { sample.append(bytes[index - 1]) }
      sample.append(bytes[index])
      last = index + 1
      // A pair takes the next byte along, whatever it is.
      if last < bytes.endIndex, bytes[last] < 0x80 {
        sample.append(bytes[last])
        last += 1
      }
      if sample.count > sampleLimit { break }
    }
    return sample
  }
}
