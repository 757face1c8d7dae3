/// A page with its blocks, in the order of reading.
struct LayoutPage {
  var height: Double
  var blocks: [[LayoutLine]] = []
}
