import Markup
import Model

/// Finding the day of publication.
enum PageDate {
  static func find(_ page: PageMetadata, body: PageBody) -> PageMetadata.Found<WrittenDate>? {
    let stated = stated(page)
    let address = page.url.flatMap(inAddress)
    if let stated, let address {
      // A page that was touched up later states the later day; its address keeps the first. And a
      // time in UTC may fall on the day before or after the source's own.
      let distance = stated.value.day.number - address.number
      if distance > 2 { return (WrittenDate(day: address, instant: nil), page.urlSource) }
      if abs(distance) == 1 {
        return (WrittenDate(day: address, instant: stated.value.instant), page.urlSource)
      }
      return stated
    }
    if let stated { return shown(stated, in: VisibleDates(page, body: body)) }
    if let address { return (WrittenDate(day: address, instant: nil), page.urlSource) }
    return VisibleDates(page, body: body).first.map { ($0, .markup) }
  }

  /// The stated time on the day on which the page shows it.
  ///
  /// A time in UTC may fall on the day before or after the source's own, which is the one that
  /// stands around the headline.
  private static func shown(
    _ stated: PageMetadata.Found<WrittenDate>, in visible: @autoclosure () -> VisibleDates
  ) -> PageMetadata.Found<WrittenDate> {
    guard stated.value.isUniversal, let instant = stated.value.instant,
      let day = visible().day(of: instant)
    else { return stated }
    return (WrittenDate(day: day, instant: instant), stated.source)
  }

  private static func stated(_ page: PageMetadata) -> PageMetadata.Found<WrittenDate>? {
    func read(_ text: String?) -> WrittenDate? {
      text.flatMap { WrittenDate.first(in: $0, slack: 3) }
    }
    let article = page.article
    if let date = read(article?["datePublished"]?.string ?? article?["dateCreated"]?.string) {
      return (date, .jsonLD)
    }
    if let date = read(page.head.meta("article:published_time", "og:published_time")) {
      return (date, .meta)
    }
    for node in page.head.dates {
      let tree = page.layout.tree
      let value =
        tree.string(.content, of: node) ?? tree.string(.datetime, of: node)
        ?? tree.string(.title, of: node) ?? page.line(of: node)
      if let date = read(value) { return (date, .markup) }
    }
    let names = [
      "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
      "publish-date", "publish_date", "article.published", "article_date_original",
      "cxenseparse:recs:publishtime",
      "published_time", "publication_date", "article:published", "og:article:published_time",
      "dc.date.issued", "dcterms.date", "dcterms.created", "dc.date", "dc.date.created", "date",
      "originalpublicationdate", "rnews:datepublished", "pub_date", "article:post_date",
      "shareaholic:article_published_time", "dcterms.issued", "citation_publication_date",
      "created", "datecreated",
    ]
    for name in names {
      if let date = read(page.head.meta(name)) { return (date, .meta) }
    }
    let pages = [page.data.first(ofType: "WebPage"), page.data.first(ofType: "VideoObject")]
    for object in pages {
      let value = object?["datePublished"]?.string ?? object?["uploadDate"]?.string
      if let date = read(value) { return (date, .jsonLD) }
    }
    return nil
  }

  private struct Number {
    var value: Int
    var digits: Int
    var start: Int
    var end: Int
  }

  /// A day in an address: `/2025/07/14/`, `/2025-07-14-`, `/20250714/`.
  static func inAddress(_ url: String) -> Day? {
    let bytes = Array(url.utf8)
    var numbers: [Number] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] &- 48 < 10 else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < bytes.count, bytes[index] &- 48 < 10 {
        value = min(value * 10 + Int(bytes[index] &- 48), 1 << 40)
        index += 1
      }
      numbers.append(Number(value: value, digits: index - start, start: start, end: index))
    }
    for (place, year) in numbers.enumerated() where year.start > 8 {
      let isOpen = !"/-_.=".utf8.contains(bytes[year.start - 1])
      if isOpen { continue }
      if year.digits == 8, year.value > 19_900_000,
        let day = plausible(year.value / 10_000, year.value / 100 % 100, year.value % 100)
      {
        return day
      }
      if let found = ending(numbers, at: place, in: bytes) { return found }
      guard year.digits == 4, place + 2 < numbers.count else { continue }
      let (month, day) = (numbers[place + 1], numbers[place + 2])
      guard month.start == year.end + 1, day.start == month.end + 1, month.digits <= 2,
        day.digits <= 2, bytes[year.end] == bytes[month.end],
        "/-_.".utf8.contains(bytes[year.end])
      else { continue }
      if let found = plausible(year.value, month.value, day.value) { return found }
    }
    return nil
  }

  /// `29-10-2021`: the day first, and beyond doubt.
  private static func ending(_ numbers: [Number], at place: Int, in bytes: [UInt8]) -> Day? {
    guard place + 2 < numbers.count, numbers[place].digits <= 2 else { return nil }
    let (day, month, year) = (numbers[place], numbers[place + 1], numbers[place + 2])
    guard year.digits == 4, month.digits <= 2, day.value > 12, month.start == day.end + 1,
      year.start == month.end + 1, bytes[day.end] == bytes[month.end],
      "-_.".utf8.contains(bytes[day.end])
    else { return nil }
    return plausible(year.value, month.value, day.value)
  }

  private static func plausible(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    (1990...2099).contains(year) ? Day(year: year, month: month, day: day) : nil
  }
}
