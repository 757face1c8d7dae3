import Lexicons

/// The units of measure and the currencies, with the words and signs that stand for them.
///
/// A table is a tab-separated file; a line has a code, its dimension, its factor, its symbols, its
/// words, and the offset of a temperature. Symbols and words are joined by `|`. A code with a slash
/// is a rate. A symbol that begins with `=` stands only glued to its number. A later table's line
/// takes the place of an earlier one with the same code.
public struct Units: Sendable {
  private var units: [String: Unit] = [:]
  var symbols = UnitSurfaces(folding: false)
  var words = UnitSurfaces(folding: true)

  public static let builtIn = Units(tables: BuiltIn.tables(unit_table))

  public init(tables: [String]) {
    for table in tables {
      // By bytes, which is ten times as fast as by characters: a program starts with this.
      for line in table.utf8.split(separator: UInt8(ascii: "\n"))
      where line.first != UInt8(ascii: "#") {
        add(
          line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .map { Substring($0) })
      }
    }
  }

  /// These units with a user's over them, from a table of the same columns.
  ///
  /// - Throws: all that is wrong with its lines, as of a gazetteer's.
  public func adding(_ table: String) throws(GazetteerError) -> Units {
    var units = self
    var faults: [GazetteerError.Fault] = []
    let lines = table.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if let reason = Self.fault(in: fields) {
        faults.append(GazetteerError.Fault(line: index + 1, reason: reason))
        if faults.count == GazetteerError.most { break }
      } else {
        units.add(fields)
      }
    }
    guard faults.isEmpty else { throw GazetteerError(faults: faults) }
    return units
  }

  /// What is wrong with a line, or `nil`.
  private static func fault(in fields: [Substring]) -> String? {
    guard fields.count >= 2, fields.count <= 6 else {
      return
        "a unit has 2 to 6 columns, separated by tabs: code, dimension, factor, symbols, words, "
        + "offset"
    }
    if fields[0].isEmpty { return "no code" }
    if fields[1].isEmpty { return "“\(fields[0])” has no dimension" }
    for (place, name) in [(2, "factor"), (5, "offset")]
    where place < fields.count && !fields[place].isEmpty && Double(fields[place]) == nil {
      return "the \(name) “\(fields[place])” of “\(fields[0])” is no number"
    }
    let spellings = fields.dropFirst(3).prefix(2).joined(separator: "")
    return spellings.isEmpty ? "“\(fields[0])” has neither symbols nor words" : nil
  }

  private mutating func add(_ fields: [Substring]) {
    guard fields.count >= 2, !fields[0].isEmpty else { return }
    var code = fields[0]
    var power = 0
    if code.hasPrefix("10*"), let dot = code.firstIndex(of: ".") {
      power = Int(code[..<dot].dropFirst(3)) ?? 0
      code = code[code.index(after: dot)...]
    }
    let parts = code.split(separator: "/", maxSplits: 1)
    let unit = Unit(
      code: String(parts[0]), power: power, per: parts.count > 1 ? String(parts[1]) : nil,
      dimension: String(fields[1]), factor: fields.count > 2 ? Double(fields[2]) : nil,
      offset: fields.count > 5 ? Double(fields[5]) ?? 0 : 0)
    units[String(fields[0])] = unit
    if fields.count > 3 {
      for symbol in fields[3].split(separator: "|") {
        let glued = symbol.count > 1 && symbol.first == "="
        symbols.add(String(glued ? symbol.dropFirst() : symbol), unit: unit, glued: glued)
      }
    }
    if fields.count > 4 {
      for word in fields[4].split(separator: "|") {
        words.add(String(word), unit: unit, glued: false)
      }
    }
  }

  /// The unit with that code: `km`, `USD`, `[mi_i]/h`.
  public subscript(code: String) -> Unit? { units[code] }

  /// The unit that a user means by a code, a symbol or a word: `km2`, `sq km`, `square kilometers`.
  public func unit(named name: String) -> Unit? {
    if let unit = units[name] { return unit }
    let text = TokenizedText(name, lexicon: .empty)
    guard let match = match(in: text, at: 0, glued: true), match.count == text.tokens.count
    else { return nil }
    return match.unit
  }

  /// The dimension of a unit's code, or `nil` where no table has it.
  public func dimension(of code: String) -> String? { units[code]?.dimension }

  /// A value in another unit of the same dimension.
  ///
  /// - Returns: `nil` where the dimensions differ or the units cannot be converted, as of money.
  public func convert(_ value: Double, from: String, to: String) -> Double? {
    if from == to { return value }
    guard let source = units[from], let target = units[to],
      source.dimension == target.dimension,
      let sourceFactor = source.factor, let targetFactor = target.factor
    else { return nil }
    return (value * sourceFactor + source.offset - target.offset) / targetFactor
  }

  /// The codes of all units of a dimension, sorted.
  public func codes(of dimension: String) -> [String] {
    units.filter { $0.value.dimension == dimension }.map(\.key).sorted()
  }

  /// A unit found in a text.
  public struct Match: Sendable {
    public let unit: Unit

    /// How many tokens it takes.
    public let count: Int

    /// Whether it is a word, spelled out, and not a symbol.
    public let isWord: Bool
  }

  /// The longest symbol or word of a unit that begins at the token.
  ///
  /// Where `glued` is set the token touches the number; some symbols may stand only there. `before`
  /// asks for what stands in front of a number, which is money; behind one, a spelling that is both
  /// money and another unit is the other.
  public func match(
    in text: TokenizedText, at index: Int, glued: Bool, before: Bool = false
  ) -> Match? {
    guard index >= 0, index < text.tokens.count else { return nil }
    let symbol = symbols.match(in: text, at: index, glued: glued, before: before)
    let word = words.match(in: text, at: index, glued: glued, before: before)
    if let symbol, symbol.count >= word?.count ?? 0 {
      return Match(unit: symbol.unit, count: symbol.count, isWord: false)
    }
    return word.map { Match(unit: $0.unit, count: $0.count, isWord: true) }
  }
}
