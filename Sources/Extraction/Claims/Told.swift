/// A value with the words of the text that gave it.
struct Told<Value: Sendable>: Sendable {
  var value: Value

  /// The tokens, or `nil` where no word says it.
  var words: Range<Int>?
}
