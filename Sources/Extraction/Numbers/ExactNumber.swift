/// A number as its digits and words state it: a significand, a power of ten, a denominator.
///
/// Only `value` rounds, once, so that a figure is the double nearest to what the text states.
struct ExactNumber: Hashable, Sendable {
  private(set) var significand: UInt64
  private(set) var exponent: Int
  private(set) var denominator: UInt64 = 1
  var isNegative = false

  /// All digits, where there are more than the significand holds.
  private var digits: String?

  init(_ significand: UInt64, exponent: Int = 0, denominator: UInt64 = 1) {
    self.significand = significand
    self.exponent = exponent
    self.denominator = max(denominator, 1)
  }

  /// Reads ASCII digits with at most one point among them; other bytes are passed over.
  init(digits bytes: some Sequence<UInt8>) {
    var significand: UInt64 = 0
    var exponent = 0
    var all: [UInt8] = []
    var fits = true
    var afterPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: ".") { afterPoint = true }
      guard (48...57).contains(byte) else { continue }
      if afterPoint { exponent -= 1 }
      all.append(byte)
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(byte - 48))
      if overflow || carry { fits = false }
      significand = sum
    }
    self.init(fits ? significand : 0, exponent: exponent)
    if !fits { digits = String(decoding: all, as: UTF8.self) }
  }

  /// The double nearest to the exact number.
  var value: Double {
    let numerator = self.numerator
    let value = denominator == 1 ? numerator : numerator / Double(denominator)
    return isNegative ? -value : value
  }

  /// Both factors are exact where they fit, so that one operation rounds once (Clinger's fast path);
  /// else the library's reading of decimals does.
  private var numerator: Double {
    if digits == nil, significand <= 1 << 53, exponent.magnitude < Self.powersOfTen.count {
      let power = Self.powersOfTen[Int(exponent.magnitude)]
      return exponent < 0 ? Double(significand) / power : Double(significand) * power
    }
    var text = digits ?? String(significand)
    if exponent != 0 { text += "e\(exponent)" }
    return Double(text) ?? 0
  }

  /// Those that a double holds exactly.
  private static let powersOfTen = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  var isWhole: Bool { exponent >= 0 && denominator == 1 }
  var isZero: Bool { significand == 0 && digits == nil }

  /// The whole number, where it is one and small enough for every use as a count.
  var whole: Int? {
    guard isWhole, digits == nil, exponent <= 15, !isNegative else { return nil }
    var result = significand
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return Int(exactly: result)
  }

  func scaled(byPowerOfTen power: Int) -> ExactNumber {
    var result = self
    result.exponent += power
    return result
  }

  func multiplied(by factor: UInt64) -> ExactNumber? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: factor)
    guard !overflow, digits == nil else { return nil }
    var result = self
    result.significand = product
    return result
  }

  func divided(by divisor: UInt64) -> ExactNumber? {
    let (product, overflow) = denominator.multipliedReportingOverflow(by: divisor)
    guard !overflow, divisor > 0 else { return nil }
    var result = self
    result.denominator = product
    return result
  }

  /// The exact sum, or `nil` where it does not fit.
  func adding(_ other: ExactNumber) -> ExactNumber? {
    guard digits == nil, other.digits == nil, denominator == 1 || other.denominator == 1,
      var left = raised(to: min(exponent, other.exponent)),
      var right = other.raised(to: min(exponent, other.exponent))
    else { return nil }
    if left.denominator > 1 { swap(&left, &right) }
    guard let whole = left.multiplied(by: right.denominator) else { return nil }
    let (sum, overflow) = whole.significand.addingReportingOverflow(right.significand)
    guard !overflow else { return nil }
    return ExactNumber(sum, exponent: left.exponent, denominator: right.denominator)
  }

  /// The same number with a smaller exponent.
  private func raised(to exponent: Int) -> ExactNumber? {
    var result = self
    while result.exponent > exponent {
      guard let next = result.multiplied(by: 10) else { return nil }
      result = next
      result.exponent -= 1
    }
    return result
  }
}
