import Model
import Readers

/// Everything that an input gives: reports, and refusals as `line 7: reason`.
func items(
  _ text: String, _ format: Format? = nil, _ options: ReadingOptions = ReadingOptions(name: "-")
) throws -> [ReadingItem] {
  var reader = try DocumentReader(ByteInput(Array(text.utf8)), format: format, options: options)
  var items: [ReadingItem] = []
  while let item = try reader.next() { items.append(item) }
  return items
}

func reports(
  _ text: String, _ format: Format? = nil, _ options: ReadingOptions = ReadingOptions(name: "-")
) throws -> [Report] {
  try items(text, format, options).compactMap {
    if case .report(let report) = $0 { report } else { nil }
  }
}

func refusals(_ text: String, _ format: Format? = nil) throws -> [String] {
  try items(text, format).compactMap { item in
    guard case .refused(let error) = item else { return nil }
    return switch error.place {
    case .line(let line): "line \(line): \(error.reason)"
    case .offset(let offset): "offset \(offset): \(error.reason)"
    case nil: error.reason
    }
  }
}

/// The one report of an input.
func report(
  _ text: String, _ format: Format, _ options: ReadingOptions = ReadingOptions(name: "-")
) throws -> Report {
  try reports(text, format, options).first ?? Report(path: "none", text: "", original: [])
}
