/// A word with its place on the page.
struct LayoutWord {
  var text: String
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  var size: Double { bottom - top }
}
