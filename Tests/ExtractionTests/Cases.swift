import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tables of cases beside the tests: tab-separated, `#` for comments, empty lines passed over.
enum Cases {
  /// The rows of a file in `Cases/`, cut at tabs; `\n` in a field stands for a line break.
  static func rows(of name: String, test: String = #filePath) -> [[String]] {
    let folder = test.split(separator: "/").dropLast().joined(separator: "/")
    guard let file = fopen("/\(folder)/Cases/\(name)", "r") else {
      Issue.record("Cases/\(name) is missing")
      return []
    }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      text += buffer[0..<count]
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false)
          .map {
            $0.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
          }
      }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
