import Model
import Testing

@testable import Rendering

@Suite struct TimeFormatterTests {
  @Test(arguments: [
    ("2025-10-15", "2025-10-16", "2025-10-15"),
    ("2025-04-01", "2025-05-01", "2025-04-01 … 2025-04-30"),
    ("2021-01-01", "2025-05-01", "2021-01-01 … 2025-04-30"),
    ("2025-05-01", "2025-05-01", "2025-05-01"),
    ("2025-01-01", nil, "2025-01-01 …"), (nil, "2031-01-01", "… 2030-12-31"), (nil, nil, ""),
  ])
  func `a time is written from its first to its last day`(from: String?, to: String?, text: String)
  {
    let span = DateSpan(
      from: from.flatMap { Day(iso: $0) }, to: to.flatMap { Day(iso: $0) }, precision: .day)
    #expect(TimeFormatter.span(span) == text)
  }
}
