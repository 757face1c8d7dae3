/// A unit of measure, as the tables of units have it.
public final class Unit: Sendable {
  /// UCUM, ISO 4217, `%`, or a name in braces: `km`, `USD`, `{times}`.
  public let code: String

  /// The power of ten that the spelling states with the unit: 9 of `bcm`, a billion cubic meters.
  public let power: Int

  /// What a rate is per: `h` of kilometers per hour; `nil` where the unit is no rate.
  public let per: String?

  /// `length`, `mass`, `money`, `time`, …: units of one dimension can be converted.
  public let dimension: String

  /// Times this gives the dimension's base unit; `nil` where nothing is to be converted.
  public let factor: Double?

  /// Added after the factor: 273.15 for degrees Celsius.
  public let offset: Double

  init(
    code: String, power: Int, per: String?, dimension: String, factor: Double?, offset: Double
  ) {
    self.code = code
    self.power = power
    self.per = per
    self.dimension = dimension
    self.factor = factor
    self.offset = offset
  }
}
