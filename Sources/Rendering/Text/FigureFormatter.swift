import Model

/// Writes quantities for people: `> 15,000 workers`, `≤ 50,000`, `36 % up`, `1 trillion RUB`.
public enum FigureFormatter {
  public static func figure(_ quantity: Quantity) -> String {
    var text = bounds(quantity)
    if let unit = quantity.unit {
      text += suffix(unit, isOne: quantity.value == 1)
    }
    if let per = quantity.per { text += " per \(unitName(per, isOne: true))" }
    if let change = quantity.change { text += " \(change.rawValue)" }
    return text
  }

  private static func bounds(_ quantity: Quantity) -> String {
    let sign = quantity.comparator != .about && quantity.approximate ? "≈ " : ""
    switch quantity.comparator {
    case .range:
      let low = quantity.low.map(number) ?? ""
      let high = quantity.high.map(number) ?? ""
      return "\(sign)\(low)–\(high)"
    case .equal: return sign + number(quantity)
    case .about: return "≈ " + number(quantity)
    case .moreThan: return sign + "> " + number(quantity)
    case .atLeast: return sign + "≥ " + number(quantity)
    case .lessThan: return sign + "< " + number(quantity)
    case .atMost: return sign + "≤ " + number(quantity)
    }
  }

  private static func number(_ quantity: Quantity) -> String {
    quantity.value.map(number) ?? "?"
  }

  /// A number with its thousands apart, from a million on in words where that loses nothing.
  public static func number(_ value: Double) -> String {
    let magnitude = value.magnitude
    for (scale, word) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")]
    where magnitude >= scale {
      let thousandths = (value / scale * 1000).rounded()
      if thousandths / 1000 * scale == value || thousandths * (scale / 1000) == value {
        return grouped(thousandths / 1000) + " " + word
      }
      break
    }
    return grouped(value)
  }

  /// A share from 0 to 1 in whole percent: `96 %`.
  public static func share(_ value: Double) -> String {
    "\(Int((max(0, min(1, value)) * 100).rounded())) %"
  }

  private static func grouped(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return value.description }
    let text = Int(exactly: value).map { String($0) } ?? shortened(value).description
    guard !text.contains("e") else { return text }
    let parts = text.split(separator: ".", maxSplits: 1)
    var digits = Array(parts[0].utf8)
    let first = digits.first == UInt8(ascii: "-") ? 1 : 0
    var position = digits.count - 3
    while position > first {
      digits.insert(UInt8(ascii: ","), at: position)
      position -= 3
    }
    let whole = String(decoding: digits, as: UTF8.self)
    return parts.count > 1 ? "\(whole).\(parts[1])" : whole
  }

  /// A third, which has no end in digits, to the hundredth; below one to four places.
  private static func shortened(_ value: Double) -> Double {
    let fraction = value.description.split(separator: ".").last
    guard let fraction, fraction.utf8.count >= 12 else { return value }
    let scale = value.magnitude < 1 ? 1e4 : 1e2
    return (value * scale).rounded() / scale
  }

  private static func suffix(_ unit: String, isOne: Bool) -> String {
    unit == "{times}" ? " times" : " " + unitName(unit, isOne: isOne)
  }

  /// A unit's code in words or in its usual sign, with the number of them that UCUM writes as `10*5`.
  private static func unitName(_ unit: String, isOne: Bool) -> String {
    if unit.hasPrefix("10*") {
      let parts = unit.dropFirst(3).split(separator: ".", maxSplits: 1)
      if let power = Int(parts[0]), power < 15 {
        let count = number((0..<power).reduce(1.0) { value, _ in value * 10 })
        return parts.count > 1 ? "\(count) \(unitName(String(parts[1]), isOne: false))" : count
      }
    }
    if unit.hasPrefix("{"), unit.hasSuffix("}") {
      let noun = String(unit.dropFirst().dropLast())
      return isOne ? noun : plural(noun)
    }
    switch unit {
    case "a": return isOne ? "year" : "years"
    case "mo": return isOne ? "month" : "months"
    case "wk": return isOne ? "week" : "weeks"
    case "d": return isOne ? "day" : "days"
    case "h": return isOne ? "hour" : "hours"
    case "min": return isOne ? "minute" : "minutes"
    case "har": return "ha"
    case "Cel": return "°C"
    case "[bbl_us]": return isOne ? "barrel" : "barrels"
    case "[mi_i]": return isOne ? "mile" : "miles"
    case "[mi_i]2", "[smi_us]": return isOne ? "square mile" : "square miles"
    default: return raised(unit)
    }
  }

  /// `km2` as `km²`; brackets of UCUM are left out.
  private static func raised(_ unit: String) -> String {
    let plain = unit.filter { $0 != "[" && $0 != "]" }
    switch plain.last {
    case "2" where plain.count > 1: return plain.dropLast() + "²"
    case "3" where plain.count > 1: return plain.dropLast() + "³"
    default: return plain
    }
  }

  /// The plural of an English noun; units are singular in the machine interface.
  static func plural(_ noun: String) -> String {
    let irregular = [
      "person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet",
      "aircraft": "aircraft", "personnel": "personnel", "staff": "staff", "percent": "percent",
      "species": "species", "series": "series",
    ]
    let split = noun.lastIndex { $0 == " " || $0 == "-" }.map { noun.index(after: $0) }
    let head = String(noun[(split ?? noun.startIndex)...])
    let rest = String(noun[..<(split ?? noun.startIndex)])
    if let known = irregular[head.lowercased()] { return rest + known }
    if head.hasSuffix("man") { return rest + head.dropLast(2) + "en" }
    if head.hasSuffix("y"), let before = head.dropLast().last, !"aeiou".contains(before) {
      return rest + head.dropLast() + "ies"
    }
    for end in ["s", "x", "ch", "sh"] where head.hasSuffix(end) { return rest + head + "es" }
    return rest + head + "s"
  }
}
