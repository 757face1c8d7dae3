/// Cuts the particles that stand at the end of Korean words.
enum HangulStemmer {
  /// The word without its particles, at least one syllable of it.
  ///
  /// Particles follow one another ("노동자-들-에게-는"), so that up to three are cut.
  static func stem(_ word: [Unicode.Scalar]) -> String {
    var syllables = word[...]
    for _ in 0..<3 {
      guard
        let particle = particles.first(where: {
          syllables.count > max(1, 3 - $0.count) && syllables.count > $0.count
            && syllables.suffix($0.count).elementsEqual($0)
        })
      else { break }
      syllables.removeLast(particle.count)
    }
    return String(String.UnicodeScalarView(syllables))
  }

  /// The longest first.
  private static let particles: [[Unicode.Scalar]] =
    """
    으로부터 에서부터 으로서 으로써 이라고 에게서 한테서 까지 부터 에서 에게 한테 으로 로서 로써 라고 처럼 보다 마다 조차 마저 이나 이며
    에는 에도 들이 들은 들을 들의 들 은 는 이 가 을 를 의 에 로 와 과 도 만 나 며
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.unicodeScalars) }
}
