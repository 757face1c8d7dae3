/// What a page's metadata say, in the form in which lines are compared.
struct KnownLines {
  var title: [UInt8] = []
  var names: [[UInt8]] = []
}
