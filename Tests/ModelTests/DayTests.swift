import Model
import Testing

@Suite struct DayTests {
  @Test(arguments: ["1970-01-01", "2000-02-29", "2025-10-16", "1600-12-31", "0001-01-01"])
  func `an ISO day reads and writes itself`(text: String) {
    #expect(Day(iso: text)?.description == text)
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-00-01", "2025-1-01", "x025-01-01", ""])
  func `what is no day is nil`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `weekdays count from Monday`() {
    #expect(Day(iso: "2025-10-16")?.weekday == 4)
    #expect(Day(iso: "1969-12-29")?.weekday == 1)
  }

  @Test func `a month later keeps the day or ends the month`() {
    #expect(Day(iso: "2024-01-31")?.adding(months: 1).description == "2024-02-29")
    #expect(Day(iso: "2024-01-15")?.adding(months: -13).description == "2022-12-15")
  }

  @Test func `an instant is told in coordinated universal time`() {
    let instant = Instant(rfc3339: "2025-10-16T09:30:00+10:00")
    #expect(instant?.description == "2025-10-15T23:30:00Z")
    #expect(Instant(rfc3339: "2025-10-16T09:30:00") == nil)
    #expect(Timestamp(rfc3339: "2025-10-16 09:30")?.day.description == "2025-10-16")
  }
}
