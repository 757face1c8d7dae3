/// Why a child process gave no answer.
public enum ChildError: Error, Hashable, Sendable {
  case cannotStart
  case tooSlow
  case tooMuchOutput

  /// It was ended by this signal.
  case signal(Int32)
}
