import Testing

@testable import Language

@Suite struct UnitsTests {
  private let units = Units.builtIn

  @Test(arguments: [
    ("km2", "km2"), ("sq km", "km2"), ("square kilometers", "km2"), ("Square Miles", "[smi_us]"),
    ("US$", "USD"), ("US $", "USD"), ("RM", "MYR"), ("rubles", "RUB"), ("€", "EUR"),
    ("mph", "[mi_i]"), ("m³", "m3"), ("µm", "um"), ("tonnes", "t"), ("°C", "Cel"),
  ])
  func `a code, a symbol or a word names a unit`(name: String, code: String) {
    #expect(units.unit(named: name)?.code == code)
  }

  @Test func `what is longer than a unit's name is none`() {
    #expect(units.unit(named: "km 2") == nil)
    #expect(units.unit(named: "tonnes of coal") == nil)
    #expect(units.unit(named: "") == nil)
  }

  @Test func `capitals tell symbols apart`() {
    #expect(units.unit(named: "MW")?.factor == 1e6)
    #expect(units.unit(named: "mW")?.factor == 0.001)
  }

  @Test func `values convert within a dimension`() throws {
    let area = try #require(units.convert(2_700_000, from: "[smi_us]", to: "km2"))
    #expect(abs(area - 6_992_967) < 1)
    let heat = try #require(units.convert(98.6, from: "[degF]", to: "Cel"))
    #expect(abs(heat - 37) < 1e-9)
    #expect(units.convert(5, from: "{worker}", to: "{worker}") == 5)
  }

  @Test func `money is never converted, and no dimension into another`() {
    #expect(units.convert(1, from: "USD", to: "EUR") == nil)
    #expect(units.convert(1, from: "km", to: "t") == nil)
  }

  @Test func `a user's table adds a unit and replaces one`() {
    let own = Units(tables: ["t\tmass\t1000\tt\ttonne|tonnes", "{pood}\tmass\t16.38\t\tpood|poods"])
    #expect(own.unit(named: "poods")?.factor == 16.38)
    #expect(own.convert(1, from: "t", to: "{pood}") == 1000 / 16.38)
  }

  @Test func `every factor of the built-in tables is a positive number`() {
    for dimension in ["length", "mass", "area", "volume", "time", "temperature", "energy"] {
      let codes = units.codes(of: dimension)
      #expect(codes.count > 1)
      #expect(codes.allSatisfy { (units[$0]?.factor ?? 0) > 0 }, "\(dimension)")
    }
  }
}
