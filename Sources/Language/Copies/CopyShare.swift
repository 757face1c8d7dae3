/// How much of a text was taken from an earlier one.
///
/// Asked is what part of the later text the earlier one has, and not how alike the two are: copies
/// are cut, most of them to less than half.
public enum CopyShare {
  /// From here on a text is a copy.
  ///
  /// Long quotations reach a third, an outlet's standing notes under short articles two fifths.
  public static let least = 0.45

  /// A run of so many words is no accident, and no phrase of the trade.
  private static let runLength = 9

  /// The part of the later text's words that stand in runs which the earlier one has, from 0 to 1.
  ///
  /// Reports of one template, which share their sentences and not their figures, share nothing:
  /// last month's figures are not this month's, whatever stands around them.
  public static func of(_ later: CopyText, in earlier: CopyText) -> Double {
    let runs = later.runs(of: runLength)
    guard !runs.isEmpty else { return 0 }
    let known = Set(earlier.runs(of: runLength))
    var shared = 0
    var end = 0
    for (start, run) in runs.enumerated() where known.contains(run) {
      shared += start + runLength - max(start, end)
      end = start + runLength
    }
    let share = Double(shared) / Double(later.count)
    guard share >= least, !areOfOneTemplate(later, earlier) else { return 0 }
    return share
  }

  /// From so many common places for a figure on, it counts whether the figures are the same.
  private static let fewestPlaces = 8

  private static func areOfOneTemplate(_ one: CopyText, _ other: CopyText) -> Bool {
    let mine = places(in: one)
    let theirs = places(in: other)
    var common = 0
    var same = 0
    for (place, figures) in mine {
      guard let others = theirs[place] else { continue }
      common += 1
      if !figures.isDisjoint(with: others) { same += 1 }
    }
    return common >= fewestPlaces && same * 2 < common
  }

  /// The runs of words with a figure among them: without the figures, and what they are with them.
  private static func places(in text: CopyText) -> [UInt64: Set<UInt64>] {
    let length = CopySketch.runLength
    guard text.count >= length else { return [:] }
    var masked = text
    masked.maskFigures()
    let (bare, full) = (masked.runs(of: length), text.runs(of: length))
    var figures = text.isFigure.prefix(length - 1).count { $0 }
    var places: [UInt64: Set<UInt64>] = [:]
    for start in full.indices {
      if text.isFigure[start + length - 1] { figures += 1 }
      if figures > 0 { places[bare[start], default: []].insert(full[start]) }
      if text.isFigure[start] { figures -= 1 }
    }
    return places
  }
}
