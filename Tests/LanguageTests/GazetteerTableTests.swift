import Language
import Model
import Testing

@Suite struct GazetteerTableTests {
  static let header = "id\tkind\tparent\tname\tvalid_from\tvalid_to\ten\tru\tmetonyms\tambiguous"

  func faults(in rows: String...) -> [String] {
    do throws(GazetteerError) {
      var gazetteer = Gazetteer()
      try gazetteer.add(GazetteerTable(([Self.header] + rows).joined(separator: "\n")))
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func `a row gives an entity with its names in order`() throws {
    let table = try GazetteerTable(
      """
      \(Self.header)
      # a comment

      alpha\tcountry\t\tAlpha\t2001-02-03\t\tAlfa|the Alpha\tАльфа|А.\tAlphaville\tAlfa
      """)
    let alpha = try #require(table.entities.first)
    #expect(table.entities.count == 1)
    #expect(alpha.kind == "country")
    #expect(alpha.parent == nil)
    #expect(alpha.validFrom == Day(year: 2001, month: 2, day: 3))
    #expect(
      alpha.aliases == [
        Alias(text: "Alpha", language: "en", by: .name),
        Alias(text: "Alfa", language: "en", by: .alias, ambiguous: true),
        Alias(text: "the Alpha", language: "en", by: .alias),
        Alias(text: "Альфа", language: "ru", by: .name),
        Alias(text: "А.", language: "ru", by: .alias),
        Alias(text: "Alphaville", language: "en", by: .metonym),
      ])
  }

  @Test func `columns may come in any order, unknown ones and short rows are no fault`() throws {
    let table = try GazetteerTable(
      "\u{FEFF}name\tcolour\tid\tkind\tnotes\r\nAlpha\tred\talpha\tcity\r\n")
    #expect(table.entities.map(\.id) == ["alpha"])
    #expect(table.entities[0].notes == nil)
  }

  @Test(arguments: [
    ("\tcity\t\tA", "2: no id"),
    ("a b\tcity\t\tA", "2: the id “a b” is not made of lower-case letters, digits and hyphens"),
    ("Alpha\tcity\t\tA", "2: the id “Alpha” is not made of lower-case letters, digits and hyphens"),
    ("a\t\t\tA", "2: “a” has no kind"),
    ("a\tcity\t\t ", "2: “a” has no name"),
    ("a\tcity\t\tA\t2001-2-3", "2: valid_from “2001-2-3” is not a day such as 2018-11-03"),
    ("a\tcity\t\tA\t2002-01-01\t2001-01-01", "2: valid_to is not after valid_from"),
    ("a\tcity\tnowhere\tA", "2: the parent “nowhere” of “a” is not in any gazetteer"),
    ("a\tcity\ta\tA", "2: “a” lies in itself: its parents go round"),
    ("a\tcity\t\tA\t\t\t\t\t\t\t\t\t", "2: 13 cells, but the first line names 10 columns"),
  ])
  func `a fault names its line and what is wrong`(row: String, fault: String) {
    #expect(faults(in: row) == [fault])
  }

  @Test func `an id that stands twice names the first line`() {
    #expect(
      faults(in: "a\tcity\t\tA", "a\tcity\t\tB") == ["3: the id “a” stands already in line 2"])
  }

  @Test func `parents that go round are found at each of them`() {
    #expect(
      faults(in: "a\tcity\tb\tA", "b\tcity\ta\tB") == [
        "2: “a” lies in itself: its parents go round",
        "3: “b” lies in itself: its parents go round",
      ])
  }

  @Test func `all faults are told, up to twenty`() {
    do throws(GazetteerError) {
      _ = try GazetteerTable(Self.header + String(repeating: "\n\tcity", count: 500))
      Issue.record("no fault was found")
    } catch {
      #expect(error.faults.count == 20)
    }
  }

  @Test(arguments: [
    ("", "1: no line names the columns"),
    ("name,kind,id\n", "1: the first line names no column “id”; columns are separated by tabs"),
  ])
  func `a file of another kind is told by its first line`(text: String, fault: String) {
    do throws(GazetteerError) {
      _ = try GazetteerTable(text)
      Issue.record("no fault was found")
    } catch {
      #expect(error.faults.first?.description == fault)
    }
  }

  @Test func `a table with a fault leaves the gazetteer as it was`() throws {
    var gazetteer = Gazetteer.builtIn
    let before = gazetteer.entities
    let table = try GazetteerTable("id\tkind\tparent\tname\nx\tcity\tnowhere\tX\nchina\tcity\t\tC")
    #expect(throws: GazetteerError.self) { try gazetteer.add(table) }
    #expect(gazetteer.entities == before)
  }
}
