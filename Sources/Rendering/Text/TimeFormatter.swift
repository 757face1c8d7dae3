import Model

/// Writes times for people, the last day included: `2025-01-01 … 2025-06-30`.
public enum TimeFormatter {
  /// The span from its first to its last day.
  ///
  /// A time that reaches up to the day on which it was said is shown with that day.
  public static func span(_ span: DateSpan, saidOn: Day?) -> String {
    let last = span.to.map { $0 == saidOn ? $0 : $0 - 1 }
    switch (span.from, last) {
    case (let from?, let last?): return from == last ? "\(from)" : "\(from) … \(last)"
    case (let from?, nil): return "\(from) …"
    case (nil, let last?): return "… \(last)"
    case (nil, nil): return ""
    }
  }
}
