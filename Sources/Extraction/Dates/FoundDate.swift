import Model

/// A date of a text, with what the claims beside it need to know of it.
public struct FoundDate: Hashable, Sendable {
  /// What a date is there for.
  public enum Role: Hashable, Sendable, CaseIterable {
    /// The time that something holds for: "in 2024", "on Monday".
    case plain

    /// A stretch that ends or begins on the day of publication: "over the past year".
    case window

    /// "by 2030", "before the end of the year".
    case deadline

    /// "since 2023", "from 2025 on".
    case since

    /// "until March".
    case until

    /// What something else is compared with, never the time of a claim: "than in 2022", "the 2022
    /// level", "up 5 percent from 2023".
    case comparisonBase

    /// A time told by another one: "a year earlier", "the same period last year".
    case relativeToContext

    /// The date line that an agency's report begins with.
    case dateline

    /// When something was said, never when it was so: "said on Monday".
    case speechTime
  }

  /// A move from the time that a text speaks of to the one it names.
  public enum Shift: Hashable, Sendable {
    /// So many months earlier (negative) or later.
    case months(Int)

    /// So many days earlier (negative) or later.
    case days(Int)

    /// The same part of that year.
    case toYear(Int)
  }

  /// Evidence, bare interval and modifier, as they are put out.
  public var mention: DateMention

  /// The tokens of the date, with the word that gives it its direction.
  public var tokens: Range<Int>

  /// The time that a claim beside it has: "since X" ends at publication, "by X" is open before.
  public var directed: DateSpan
  public var role: Role

  /// How it is told by another time, or `nil` where it stands on its own.
  public var shift: Shift?

  public init(
    mention: DateMention, tokens: Range<Int>, directed: DateSpan, role: Role = .plain,
    shift: Shift? = nil
  ) {
    self.mention = mention
    self.tokens = tokens
    self.directed = directed
    self.role = role
    self.shift = shift
  }

  /// The time that it stands for beside a claim whose time is `main`.
  ///
  /// "A year earlier" is a quarter where the claim's time is a quarter. A date that stands on its
  /// own is its directed span, whatever the main time is.
  public func resolve(against main: DateSpan) -> DateSpan {
    guard let shift else { return directed }
    switch shift {
    case .months(let months): return main.shifted { $0.adding(months: months) }
    case .days(let days): return main.shifted { $0 + days }
    case .toYear(let year):
      guard let from = main.from else { return directed }
      return main.shifted { $0.adding(months: 12 * (year - from.year)) }
    }
  }
}

extension DateSpan {
  func shifted(_ move: (Day) -> Day) -> DateSpan {
    DateSpan(from: from.map(move), to: to.map(move), precision: precision)
  }
}
