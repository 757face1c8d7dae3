/// A sample of a text's word runs, by which texts that share words are found without reading them.
///
/// A run is in the sample of every text that has it or of none, so that the samples of two texts
/// share about what the texts share, however long either is (the scheme is known as FracMinHash).
public enum CopySketch {
  /// Short enough for what an editor leaves between two changes.
  static let runLength = 5

  /// One run of so many is kept: about 75 of a report of 600 words, 10 of a brief of 80.
  static let share: UInt64 = 8

  /// Below so many words, texts are alike by chance, and a figure that differs is half of them.
  public static let fewestWords = 40

  /// The sample in ascending order; empty for a short text.
  public static func of(_ text: CopyText) -> [Int] {
    guard text.count >= fewestWords else { return [] }
    let kept = text.runs(of: runLength).filter { $0 % share == 0 }
    return Set(kept).map { Int(bitPattern: UInt($0)) }.sorted()
  }

  /// Whether so many common runs of two samples make the texts worth comparing.
  public static func isWorthwhile(common: Int, of one: Int, and other: Int) -> Bool {
    common > 0 && common * 5 >= min(one, other)
  }
}
