import Model

/// What a text says of a date, before it is known when the text was published.
indirect enum DateExpression: Hashable, Sendable {
  /// Days that the words alone give: "9 March 2025", "2024", "the 1990s".
  case fixed(DateSpan)

  /// Without a year: "March", "9 March", "Monday" (1 to 7), "spring" (its first month).
  case month(Int)
  case monthDay(month: Int, day: Int)
  case weekday(Int)
  case season(Int)

  /// The unit that lies so many units from the present one: "last year" is -1.
  case unit(CalendarUnit, offset: Int)
  case weekend(offset: Int?)

  /// "Full-year profit": the present year, in its first months the one before.
  case fullYear

  /// "Last Friday", "next May", "this summer".
  case shifted(DateExpression, Int)

  /// A stretch of so many units that ends (-1) or begins (1) now; no count is a vague one.
  case rolling(CalendarUnit, count: Int?, direction: Int)

  /// "Two weeks ago" (-1), "three days after Monday" (1).
  case distance([DateAmount], direction: Int, anchor: DateExpression?)

  /// "Early 2024", "the end of March".
  case part(DatePart, of: DateExpression)

  /// "The third quarter of 2024", "the first week of May"; -1 is the last.
  case nth(Int, CalendarUnit, of: DateExpression?)

  /// "The first nine months of 2024" (1), "the last three months of 2024" (-1).
  case stretch(Int, CalendarUnit, direction: Int, of: DateExpression?)

  /// "March last year", "spring of 2025".
  case inYear(DateExpression, DateExpression)

  /// "Monday of the following week".
  case dayOfWeek(Int, DateExpression)

  /// "The year to November", "the three months ended June 30".
  case ending(Int, CalendarUnit, DateExpression)

  /// "The week of April 10", "the week starting on May 5".
  case around(CalendarUnit, DateExpression)

  case range(DateExpression, DateExpression)

  /// A time of a day that the text has just told, else of the day of publication.
  case timeOfDay

  /// Told by the time that the text has just named; on its own it is what `otherwise` says.
  case context(ContextShift, otherwise: DateExpression?)
}

/// A number of units.
struct DateAmount: Hashable, Sendable {
  var count: Int
  var unit: CalendarUnit
}

/// A part of a period.
enum DatePart: String, Hashable, Sendable {
  case early, mid, late, end
  case untilNow = "until-now"
  case fromNow = "from-now"
}

/// How a time follows from the one that the text has just told.
enum ContextShift: Hashable, Sendable {
  /// That time itself: "over the same six months".
  case none

  case by(CalendarUnit, Int)

  /// The same part of the year that the expression names.
  case sameIn(DateExpression)
}
