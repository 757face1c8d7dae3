import Model

/// Writes times for people, the last day included: `2025-01-01 … 2025-06-30`.
public enum TimeFormatter {
  /// The span from its first to its last day, as `--about` finds it.
  ///
  /// "Since today" has begun, and no day of it is over: it is shown with the day it begins on.
  public static func span(_ span: DateSpan) -> String {
    switch (span.from, span.to.map { $0 - 1 }) {
    case (let from?, let last?): return from >= last ? "\(from)" : "\(from) … \(last)"
    case (let from?, nil): return "\(from) …"
    case (nil, let last?): return "… \(last)"
    case (nil, nil): return ""
    }
  }
}
