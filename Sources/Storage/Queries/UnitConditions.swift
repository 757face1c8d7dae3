import Language
import SQLite

/// Conditions on the unit and the size of a claim's number.
struct UnitConditions {
  var units = Units.builtIn

  /// A unit that claims may have, and how its numbers become those of the unit asked for.
  private struct Form {
    var code: String
    var per: String?
    var factor = 1.0
    var offset = 0.0

    var condition: Conditions {
      var conditions = Conditions("c.unit = ?", [.text(code)])
      if let per { conditions.add("c.per = ?", [.text(per)]) }
      return conditions
    }
  }

  /// The claim's unit is the one that the user means, or can be converted into it.
  func condition(_ name: String) -> Conditions {
    var any = Conditions()
    for form in forms(of: name) {
      let condition = form.condition
      any.add(condition.joined, condition.values)
    }
    return Conditions("(" + any.clauses.joined(separator: " OR ") + ")", any.values)
  }

  enum Bound {
    case atLeast(Double)
    case atMost(Double)
  }

  /// The stated number, in one of the units asked for, keeps a bound; of a range any part does.
  func condition(_ bound: Bound, in names: [String]) -> Conditions {
    let (number, sign, value) =
      switch bound {
      case .atLeast(let value): ("coalesce(c.value, c.high, c.low)", ">=", value)
      case .atMost(let value): ("coalesce(c.value, c.low, c.high)", "<=", value)
      }
    if names.isEmpty { return Conditions("\(number) \(sign) ?", [.real(value)]) }
    var any = Conditions()
    for form in names.flatMap(forms) {
      var conditions = form.condition
      if form.factor == 1, form.offset == 0 {
        conditions.add("\(number) \(sign) ?", [.real(value)])
      } else {
        conditions.add(
          "\(number) * ? + ? \(sign) ?", [.real(form.factor), .real(form.offset), .real(value)])
      }
      any.add(conditions.joined, conditions.values)
    }
    return Conditions("(" + any.clauses.joined(separator: " OR ") + ")", any.values)
  }

  /// The unit itself and those of its dimension; a counted thing's name may lack its braces.
  private func forms(of name: String) -> [Form] {
    guard let unit = units.unit(named: name) else {
      let noun = HeadNoun.singular(Folding.folded(name))
      return [Form(code: name)] + (name.hasPrefix("{") ? [] : [Form(code: "{\(noun)}")])
    }
    let own = unit.per.map { "\(unit.code)/\($0)" } ?? unit.code
    var forms = [Form(code: unit.code, per: unit.per)]
    for code in units.codes(of: unit.dimension) where code != own {
      guard let zero = units.convert(0, from: code, to: own),
        let one = units.convert(1, from: code, to: own), let other = units[code]
      else { continue }
      forms.append(Form(code: other.code, per: other.per, factor: one - zero, offset: zero))
    }
    return forms
  }
}
