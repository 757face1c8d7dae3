/// What a text's quantities leave behind for a number without a unit.
struct QuantityMemory {
  /// Something told, with the number of its paragraph.
  private struct Told<Value> {
    let value: Value
    let paragraph: Int
  }

  private var paragraph = 0

  /// The last three counted things of the text, the latest one first.
  private var counts: [Told<Candidate>] = []
  private var lastQuantity: Told<Candidate>?
  private var lastMeasure: Told<Candidate>?
  private var lastMoney: Told<Candidate>?
  private var lastAsked: Told<CountedNoun>?

  /// The last quantity of this paragraph, whatever it measures.
  var latest: Candidate? { value(lastQuantity, within: 0) }

  /// The last measure, or sum of money, of this paragraph or the one before it.
  var measure: Candidate? { value(lastMeasure, within: 1) }

  /// The last sum of money of the text.
  var money: Candidate? { lastMoney?.value }

  /// The last sum of money of this paragraph.
  var moneyNear: Candidate? { value(lastMoney, within: 0) }

  /// What a question of this paragraph or the one before it has asked the number of.
  var asked: CountedNoun? { value(lastAsked, within: 1) }

  /// The last number that has counted something.
  var lastCount: Candidate? { counts.first?.value }

  /// How many paragraphs ago that was.
  var paragraphsSinceCount: Int? { counts.first.map { paragraph - $0.paragraph } }

  private func value<Value>(_ told: Told<Value>?, within paragraphs: Int) -> Value? {
    told.flatMap { paragraph - $0.paragraph <= paragraphs ? $0.value : nil }
  }

  /// The count that a number goes on with: the last one of about its size, else the last one.
  func count(for candidate: Candidate) -> Candidate? {
    counts.first { $0.value.isWithin(50, of: candidate) }?.value
      ?? (candidate.numeral.magnitude > 0 ? nil : lastCount)
  }

  mutating func openParagraph() { paragraph += 1 }

  mutating func ask(for noun: CountedNoun) {
    lastAsked = Told(value: noun, paragraph: paragraph)
  }

  /// Keeps what was told; of a change in percent the level that it changed stays the last.
  mutating func keep(_ candidate: Candidate, isChange: Bool) {
    guard [.count, .measure, .money, .duration, .percent].contains(candidate.form),
      !candidate.isStructural, !candidate.isExchangeRate
    else { return }
    let told = Told(value: Candidate(copying: candidate), paragraph: paragraph)
    if !isChange || latest == nil { lastQuantity = told }
    switch candidate.form {
    case .count where candidate.noun?.head != "point":
      counts.insert(told, at: 0)
      if counts.count > 3 { counts.removeLast() }
    case .measure: lastMeasure = told
    case .money:
      lastMeasure = told
      lastMoney = told
    default: break
    }
  }
}
