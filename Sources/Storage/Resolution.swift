/// What a name that the user typed stands for.
public enum Resolution<Record: Sendable>: Sendable {
  case found(Record)

  /// Several have that name.
  case ambiguous([Record])

  /// Nothing has it; the nearest ids or names, best first.
  case unknown(suggestions: [String])
}
