import Language
import Model

/// Finds the quantities of a text: numbers of measure with their units, bounds and rates.
public struct QuantityFinder: Sendable {
  private let tables: QuantityTables
  private let nouns: EnglishNouns

  public init(lexicon: Lexicon, units: Units) {
    tables = QuantityTables(lexicon: lexicon, units: units)
    nouns = EnglishNouns(lexicon: lexicon)
  }

  /// The quantities of a text, and the numbers in it that measure nothing.
  struct Findings {
    /// In the order of the text; their tokens never overlap.
    var quantities: [FoundQuantity] = []

    /// The quantities with levels in the place of the range that two of them make.
    var levelled: [FoundQuantity] {
      guard quantities.contains(where: { !$0.levels.isEmpty }) else { return quantities }
      var places: [Int] = []
      var count = 0
      for quantity in quantities {
        places.append(count)
        count += max(1, quantity.levels.count)
      }
      return quantities.flatMap { $0.levels.isEmpty ? [$0] : $0.levels }.map {
        var quantity = $0
        quantity.conversionOf = quantity.conversionOf.map { places[$0] }
        return quantity
      }
    }

    /// In the order of the sentences.
    var excluded: [(tokens: Range<Int>, why: NumberExclusion)] = []
  }

  /// All quantities, in the order of the text.
  ///
  /// - Parameters:
  ///   - text: what is searched.
  ///   - dates: the tokens that dates have taken, in order; only times are measured there.
  ///   - names: the tokens of entities, in order.
  /// - Returns: the quantities; their tokens never overlap.
  public func quantities(
    in text: TokenizedText, dates: [Range<Int>], names: [Range<Int>]
  ) -> [FoundQuantity] {
    findings(in: text, dates: dates, names: names).quantities
  }

  func findings(
    in text: TokenizedText, dates: [Range<Int>], names: [Range<Int>]
  ) -> Findings {
    var found = Findings()
    var dates = RangeCursor(dates)
    var names = RangeCursor(names)
    var memory = QuantityMemory()
    for sentence in text.sentences {
      if text.tokens[sentence.lowerBound].flags.contains(.opensParagraph) {
        memory.openParagraph()
      }
      if let noun = asked(in: sentence, of: text) { memory.ask(for: noun) }
      guard mayHoldNumber(sentence, of: text) else { continue }
      for window in windows(of: sentence) {
        var reader = SentenceQuantities(
          text: text, tables: tables, nouns: nouns, sentence: window)
        reader.read(dates: &dates, names: &names, memory: &memory)
        let base = found.quantities.count
        for candidate in reader.candidates {
          found.quantities.append(made(candidate, in: text, base: base))
        }
        found.excluded += reader.excluded
      }
    }
    return found
  }

  /// Whether digits, a sign that is a number, or a number's word stand in a sentence at all.
  private func mayHoldNumber(_ sentence: Range<Int>, of text: TokenizedText) -> Bool {
    for index in sentence {
      switch text.tokens[index].kind {
      case .word: if text.isAny(tables.essential, at: index) { return true }
      case .number: return true
      case .sign: if text.tokens[index].code >= 0x80 { return true }
      case .script: break
      }
    }
    return false
  }

  /// What a question asks the number of: the trucks of "How many trucks cross?".
  private func asked(in sentence: Range<Int>, of text: TokenizedText) -> CountedNoun? {
    guard let mark = sentence.suffix(2).first(where: { text.isSign("?", at: $0) }) else {
      return nil
    }
    for index in sentence.lowerBound..<mark {
      if let match = text.phrase(tables.askingNumber, at: index) {
        return nouns.noun(in: text, at: index + match.count, before: mark, isOne: false)
      }
    }
    return nil
  }

  /// A sentence in pieces that bound the memory; only what no person wrote has more than one.
  private func windows(of sentence: Range<Int>) -> [Range<Int>] {
    let longest = 4096
    guard sentence.count > longest else { return [sentence] }
    return stride(from: sentence.lowerBound, to: sentence.upperBound, by: longest).map {
      $0..<min($0 + longest, sentence.upperBound)
    }
  }

  private func made(_ candidate: Candidate, in text: TokenizedText, base: Int) -> FoundQuantity {
    let form = candidate.isStructural ? .structural : candidate.form
    var result = FoundQuantity(
      quantity: quantity(of: candidate, in: text), tokens: candidate.span,
      number: candidate.number, noun: candidate.isInherited ? nil : nounTokens(of: candidate),
      form: form)
    result.isModifier = candidate.isHyphenated || isModifier(candidate, in: text)
    result.list = candidate.list.map { base + $0 }
    result.conversionOf = candidate.conversionOf.map { base + $0 }
    result.directionWord = candidate.directionWord
    result.unitIsInherited = candidate.isInherited
    result.goesBack = candidate.goesBack
    result.isInDate = candidate.isInDate
    result.onlyDescribes = candidate.onlyDescribes
    result.levels = LevelReader(text: text, tables: tables).levels(of: candidate).map {
      made($0, in: text, base: base)
    }
    result.isFigure = candidate.isFigure
    result.unit = candidate.isInherited ? nil : candidate.unitTokens ?? result.noun
    result.bound = bound(of: candidate)
    result.turnedBy = candidate.turnedBy
    return result
  }

  private func bound(of candidate: Candidate) -> Range<Int>? {
    let (span, core) = (candidate.span, candidate.core)
    if span.lowerBound < core.lowerBound { return span.lowerBound..<core.lowerBound }
    return core.upperBound < span.upperBound ? core.upperBound..<span.upperBound : nil
  }

  private func nounTokens(of candidate: Candidate) -> Range<Int>? {
    candidate.noun.flatMap { $0.tokens.isEmpty ? nil : $0.tokens }
  }

  /// Whether a noun follows that the quantity modifies: "the $300 million contract".
  private func isModifier(_ candidate: Candidate, in text: TokenizedText) -> Bool {
    guard candidate.noun == nil, candidate.unit != nil else { return false }
    let next = candidate.core.upperBound
    return nouns.noun(in: text, at: next, before: min(next + 2, text.tokens.count), isOne: true)
      != nil && next < text.tokens.count && !text.tokens[next].flags.contains(.opensLine)
  }

  private func quantity(of candidate: Candidate, in text: TokenizedText) -> Quantity {
    let low = candidate.low.value
    let high = candidate.high?.value
    let comparator = high != nil ? .range : candidate.comparator ?? .equal
    let bounds = comparator.bounds(around: low)
    return Quantity(
      evidence: text.span(candidate.span), value: high == nil ? low : nil,
      low: high == nil ? bound(bounds.low, comparator) : low,
      high: high ?? bound(bounds.high, comparator), comparator: comparator,
      approximate: candidate.approximate, change: candidate.change,
      direction: candidate.direction, unit: unitCode(of: candidate),
      unitText: unitText(of: candidate, in: text), unitPhrase: candidate.noun?.phrase,
      dimension: dimension(of: candidate), per: candidate.per)
  }

  /// The bounds that the contract sets beside a value: none for `=` and `~`.
  private func bound(_ value: Double?, _ comparator: Comparator) -> Double? {
    comparator == .equal || comparator == .about ? nil : value
  }

  private func unitCode(of candidate: Candidate) -> String? {
    candidate.unit?.code ?? candidate.noun.map { "{\($0.head)}" }
  }

  private func unitText(of candidate: Candidate, in text: TokenizedText) -> String? {
    guard !candidate.isInherited else { return nil }
    guard let tokens = candidate.unitTokens ?? nounTokens(of: candidate), !tokens.isEmpty else {
      return nil
    }
    return text.string(tokens)
  }

  private func dimension(of candidate: Candidate) -> String? {
    if candidate.isAge { return "age" }
    if let unit = candidate.unit { return unit.dimension }
    return candidate.noun == nil ? nil : "count"
  }
}
