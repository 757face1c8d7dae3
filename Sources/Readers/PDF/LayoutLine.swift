/// A line with its place on the page, in points from the top left corner.
struct LayoutLine {
  var text: String
  var left: Double
  var right: Double

  /// Of the word that stands for the line, without what is raised or lowered beside it.
  var top: Double
  var bottom: Double

  /// How wide its first word is, with the space behind it.
  var opening: Double

  /// The height of its letters.
  var size: Double { bottom - top }
}
