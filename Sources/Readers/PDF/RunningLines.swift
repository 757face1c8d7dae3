/// The lines that come again at the edge of page after page: heads, feet, and numbers of pages.
struct RunningLines {
  /// Where a line stands that could be one.
  private struct Site {
    var page: Int
    var block: Int
    var line: Int
    var top: Double
    var numbers: [Int]
  }

  private let pageCount: Int
  private var sites: [String: [Site]] = [:]
  private var running: [Site] = []

  /// The part of a page's height, at the top and at the bottom, where they stand.
  private static let edge = 0.12

  /// So many points they may lie higher or lower from one page to the next.
  private static let slack = 4.0

  /// Takes them out of the pages.
  static func cut(from pages: inout [LayoutPage]) {
    var lines = RunningLines(pages)
    lines.find()
    for site in lines.running.sorted(by: { ($0.block, $0.line) > ($1.block, $1.line) }) {
      pages[site.page].blocks[site.block].remove(at: site.line)
    }
  }

  private init(_ pages: [LayoutPage]) {
    pageCount = pages.count
    for (number, page) in pages.enumerated() {
      for (block, lines) in page.blocks.enumerated() {
        for (index, line) in lines.enumerated() where Self.isAtEdge(line, of: page) {
          let (pattern, numbers) = Self.pattern(of: line.text)
          let site = Site(page: number, block: block, line: index, top: line.top, numbers: numbers)
          sites[pattern, default: []].append(site)
        }
      }
    }
  }

  private static func isAtEdge(_ line: LayoutLine, of page: LayoutPage) -> Bool {
    line.bottom < page.height * edge || line.top > page.height * (1 - edge)
  }

  /// The text with one sign for each number, and the numbers.
  private static func pattern(of text: String) -> (String, [Int]) {
    var pattern = ""
    var numbers: [Int] = []
    for run in text.split(separator: " ") {
      let digits = run.filter { $0.isASCII && $0.isNumber }
      if let number = Int(digits), digits.count <= 6, numbers.count < 4 {
        pattern += run.filter { !($0.isASCII && $0.isNumber) } + "# "
        numbers.append(number)
      } else {
        pattern += run + " "
      }
    }
    return (pattern, numbers)
  }

  private mutating func find() {
    for (pattern, sites) in sites {
      var isRunning = [Bool](repeating: false, count: sites.count)
      for index in sites.indices {
        // Left and right pages may take turns.
        for other in sites.indices[index...].dropFirst().prefix(3)
        where agree(sites[index], sites[other]) {
          isRunning[index] = true
          isRunning[other] = true
        }
        if isPageNumber(sites[index], pattern) { isRunning[index] = true }
      }
      let found = sites.indices.filter { isRunning[$0] }
      let pages = Set(found.map { sites[$0].page })
      running += found.map { sites[$0] }
        .filter { pages.count >= min(3, pageCount) && pages.count > 1 || isPageNumber($0, pattern) }
    }
  }

  /// Whether the same stands at the same height of two pages, or counts them.
  private func agree(_ one: Site, _ other: Site) -> Bool {
    guard one.page != other.page, abs(one.top - other.top) <= Self.slack else { return false }
    let distance = other.page - one.page
    return zip(one.numbers, other.numbers).allSatisfy { $0 == $1 || $1 - $0 == distance }
  }

  /// Whether it says nothing but which page this is.
  private func isPageNumber(_ site: Site, _ pattern: String) -> Bool {
    switch pattern.lowercased() {
    case "# ", "page # ", "- # - ", "– # – ": site.numbers == [site.page + 1]
    case "page # of # ", "# of # ": site.numbers == [site.page + 1, pageCount]
    default: false
    }
  }
}
