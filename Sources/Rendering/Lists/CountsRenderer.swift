import JSON
import Model

/// Counts as one object, for programs.
public enum CountsRenderer {
  /// The names with their counts, in this order, and a list behind them where there is one.
  public static func json(
    _ counts: KeyValuePairs<String, Int>, list: (name: String, values: [String])? = nil
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      for (name, count) in counts {
        json.key(name)
        json.number(count)
      }
      if let list {
        json.key(list.name)
        json.array(list.values) { $0.string($1) }
      }
    }
    json.newline()
    return json.bytes
  }
}
