import Language
import Lexicons
import Model
import Testing

@Suite struct GazetteerTests {
  let gazetteer = Gazetteer.builtIn

  @Test func `every built-in table can be read, and every id stands in one of them only`() throws {
    var ids: [String] = []
    var number: Int32 = 0
    while let text = gazetteer_table(number) {
      ids += try GazetteerTable(String(cString: text)).entities.map(\.id)
      number += 1
    }
    #expect(number > 1)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count == gazetteer.entities.count)
  }

  @Test func `every parent and centre is there, and none lies in itself`() {
    for entity in gazetteer.entities {
      for id in [entity.parent, entity.centre].compactMap({ $0 }) {
        #expect(gazetteer[id] != nil, "\(entity.id) names \(id)")
      }
      #expect(!gazetteer.ancestors(of: entity.id).contains(entity.id))
    }
  }

  @Test func `what is marked as ambiguous is one of the names, and no name is empty`() {
    for entity in gazetteer.entities {
      #expect(
        entity.aliases.first
          == Alias(
            text: entity.name, language: "en", by: .name,
            ambiguous: entity.aliases.first?.ambiguous ?? false))
      #expect(entity.aliases.allSatisfy { !$0.text.isEmpty })
    }
  }

  @Test func `two entities share a name only where both mark it, or one is the other's seat`() {
    var holders: [String: [(id: String, alias: Alias)]] = [:]
    for entity in gazetteer.entities {
      for alias in entity.aliases { holders[alias.text, default: []].append((entity.id, alias)) }
    }
    for (name, list) in holders where list.count > 1 {
      let isSeat = list.contains { $0.alias.by == .metonym }
      #expect(isSeat || list.allSatisfy(\.alias.ambiguous), "\(name): \(list.map(\.id))")
    }
  }

  @Test func `codes are not given twice`() {
    for codes in [gazetteer.entities.compactMap(\.iso), gazetteer.entities.compactMap(\.wikidata)] {
      #expect(Set(codes).count == codes.count)
    }
  }

  @Test(arguments: [
    ("north-korea", "KP", "Q423"), ("georgia", "GE", "Q230"), ("tokyo", nil, "Q1490"),
  ])
  func `entities carry their codes`(id: String, iso: String?, wikidata: String) {
    #expect(gazetteer[id]?.iso == iso)
    #expect(gazetteer[id]?.wikidata == wikidata)
  }

  @Test func `the Far East has eleven federal subjects, nine before November 2018`() {
    func subjects(_ day: Day?) -> Int {
      gazetteer.descendants(of: "far-east", at: day)
        .filter { gazetteer[$0]?.kind == "federal-subject" }.count
    }
    #expect(subjects(nil) == 11)
    #expect(subjects(Day(year: 2018, month: 11, day: 3)) == 11)
    #expect(subjects(Day(year: 2018, month: 11, day: 2)) == 9)
    #expect(gazetteer.extentChanges(of: "far-east") == [Day(iso: "2018-11-03")])
  }

  @Test func `before it joined the Far East a republic lay in Russia all the same`() {
    let then = Day(year: 2017, month: 6, day: 1)
    #expect(gazetteer.ancestors(of: "ulan-ude") == ["buryatia", "far-east", "russia"])
    #expect(gazetteer.ancestors(of: "ulan-ude", at: then) == ["buryatia", "russia"])
    #expect(!gazetteer.contains("far-east", "ulan-ude", at: then))
    #expect(gazetteer.contains("russia", "ulan-ude", at: then))
    #expect(gazetteer.contains("russia", "russia"))
    #expect(gazetteer.ancestors(of: "atlantis") == [])
  }

  @Test func `membership ends with the day that is not in it`() throws {
    var gazetteer = Gazetteer()
    try gazetteer.add(
      GazetteerTable(
        """
        id\tkind\tparent\tname\tvalid_from\tvalid_to
        a\tcountry\t\tA
        b\tregion\ta\tB\t2000-01-01\t2010-01-01
        """))
    #expect(gazetteer.contains("a", "b", at: Day(iso: "2009-12-31")))
    #expect(!gazetteer.contains("a", "b", at: Day(iso: "2010-01-01")))
    #expect(!gazetteer.contains("a", "b", at: Day(iso: "1999-12-31")))
  }

  @Test func `added entities take the place of those with their ids`() {
    var gazetteer = gazetteer
    let count = gazetteer.entities.count
    gazetteer.add([
      Entity(id: "china", kind: "country", name: "Cathay"),
      Entity(id: "atlantis", kind: "region", name: "Atlantis"),
    ])
    #expect(gazetteer.entities.count == count + 1)
    #expect(gazetteer["china"]?.name == "Cathay")
    #expect(gazetteer.position(of: "atlantis") == count)
  }
}
