/// The pages of a document as they are set.
struct Layout {
  /// What the file gives as its title, which is often that of another or a file's name.
  var title: String?
  var pages: [LayoutPage] = []
}
