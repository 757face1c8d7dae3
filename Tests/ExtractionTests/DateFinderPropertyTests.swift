import Language
import Model
import Testing

@testable import Extraction

@Suite struct DateFinderPropertyTests {
  /// Days of all seasons and weekdays over four years, one of them a leap year.
  static let days = stride(from: 0, to: 1461, by: 13).map { Day(number: 19_358 + $0) }

  /// The days that a sentence's only date stands for.
  func only(_ text: String, on published: Day) -> (from: Day, to: Day)? {
    let found = DateFinderTests.dates(in: text, published: published)
    guard found.count == 1, let from = found[0].mention.span.from, let to = found[0].mention.span.to
    else { return nil }
    return (from, to)
  }

  @Test func `a bare weekday is one of the last seven days`() throws {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    for (index, published) in Self.days.enumerated() {
      let (from, to) = try #require(only("They met on \(names[index % 7]).", on: published))
      #expect(published - 6 <= from && from <= published)
      #expect(from.weekday == index % 7 + 1 && to == from + 1)
    }
  }

  @Test func `a day of a month is taken in the nearest year`() throws {
    for published in Self.days {
      let (from, _) = try #require(only("The fair of 3 July.", on: published))
      #expect(abs(from.number - published.number) <= 183)
    }
  }

  @Test func `a bare month has begun when the report is published`() throws {
    for published in Self.days {
      let (from, to) = try #require(only("It fell in November.", on: published))
      #expect(from <= published && published < from.adding(months: 12))
      #expect(to == from.adding(months: 1))
    }
  }

  @Test func `this, last and next year, quarter, month and week lie side by side`() throws {
    for published in Self.days {
      for unit in ["year", "quarter", "month", "week"] {
        let last = try #require(only("Last \(unit) was good.", on: published))
        let this = try #require(only("It is this \(unit).", on: published))
        let next = try #require(only("And next \(unit) too.", on: published))
        #expect(last.to == this.from && this.to == next.from)
        #expect(this.from <= published && published < this.to)
      }
    }
  }

  @Test func `a stretch of the past ends on the day of publication`() throws {
    for published in Self.days {
      let (from, to) = try #require(only("Over the past 12 months it fell.", on: published))
      #expect(to == published && from == published.adding(months: -12))
    }
  }

  /// Words of which dates are made, and some that are none.
  static let words = [
    "the", "early", "end", "of", "first", "third", "quarter", "nine", "months", "in", "by", "since",
    "from", "to", "and", "May", "March", "2024", "9", "31", "last", "next", "past", "year", "week",
    "Monday", "ago", "earlier", "same", "period", "-", ",", "'", "1990", "s", "Q", "3", "/", "12",
    "weekend", "spring", "two", "a", "before", "after", "said", "will", "%", "half", "year", ".",
  ]

  /// A sentence of such words, the same one for the same seed.
  static func soup(seed: UInt64, length: Int) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<length).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return words[Int(state % UInt64(words.count))]
    }.joined(separator: state & 4 == 0 ? " " : "")
  }

  @Test func `whatever the words, dates are in order, apart, and begin before they end`() {
    for seed in 1...400 as ClosedRange<UInt64> {
      let text = Self.soup(seed: seed, length: 40)
      let published = seed % 3 == 0 ? nil : Self.days[Int(seed % 100)]
      let found = DateFinderTests.dates(in: text, published: published)
      var end = 0
      for date in found {
        #expect(date.tokens.lowerBound >= end && !date.tokens.isEmpty)
        end = date.tokens.upperBound
        #expect(date.mention.evidence.start < date.mention.evidence.end)
        #expect(date.mention.evidence.end <= text.utf8.count)
        if let from = date.mention.span.from, let to = date.mention.span.to { #expect(from < to) }
        #expect(date.mention.span.from != nil || date.mention.span.to != nil)
        if let from = date.directed.from, let to = date.directed.to { #expect(from < to) }
      }
      #expect(DateFinderTests.dates(in: text, published: published) == found)
    }
  }

  @Test func `without a day of publication only what stands by itself is found`() {
    for text in ["On Monday, in May, last year, over the past month and by the end of the year."] {
      #expect(DateFinderTests.dates(in: text, published: nil).isEmpty)
    }
  }
}
