/// What is known of a page before its lines are read, in the form in which they are compared.
struct KnownLines {
  var title: [UInt8] = []
  var names: [[UInt8]] = []

  /// Whether it is a letter, so that what programs write over and under letters is no part of it.
  var isMail = false
}
