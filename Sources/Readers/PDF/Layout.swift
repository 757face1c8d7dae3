/// The pages of a document as they are set.
struct Layout {
  /// What the file gives as its title, which is often that of another or a file's name.
  var title: String?
  var pages: [LayoutPage] = []
}

/// A page with its blocks, in the order of reading.
struct LayoutPage {
  var height: Double
  var blocks: [[LayoutLine]] = []
}

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

/// A word with its place on the page.
struct LayoutWord {
  var text: String
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  var size: Double { bottom - top }
}
