import Markup

/// Which part of a page of HTML is the letter itself: not what its sender passes on it with, and
/// not the letter that it answers.
struct LetterPage {
  /// The nodes of the letter in the page's tree.
  private(set) var nodes: Range<Int>

  /// What stands over the letter, where it is passed on.
  private(set) var forward: ForwardedBlock?

  private let tree: MarkupTree

  init(_ tree: MarkupTree, subject: MailSubject, isAnswer: Bool) {
    self.tree = tree
    nodes = 0..<tree.nodes.count
    let lines = Line.first(in: tree)
    let isTop = !subject.isForward
    if let block = ForwardedBlock(in: lines.map(\.text), isTop: isTop, wraps: false),
      lines.indices.contains(block.lineCount - 1)
    {
      forward = block
      nodes = lines[block.lineCount - 1].end..<tree.nodes.count
    } else if isAnswer, let quote = firstQuote() {
      nodes = 0..<quote
    }
  }

  /// The element in which a program repeats the letter that is answered, if something stands above.
  private func firstQuote() -> Int? {
    let quote = tree.nodes.indices.first { node in
      switch tree.nodes[node].tag {
      case .blockquote: tree.string(.type, of: node)?.lowercased() == "cite"
      case .div: isNamed(node)
      default: false
      }
    }
    guard let quote else { return nil }
    let isBelow = tree.nodes[..<quote].contains { node in
      let range = Int(node.start)..<Int(node.start + node.count)
      return node.tag == .text && tree.text[range].contains { $0 > 0x20 }
    }
    return isBelow ? quote : nil
  }

  private func isNamed(_ node: Int) -> Bool {
    let names = [tree.string(.class, of: node), tree.string(.id, of: node)]
    return names.contains { names in
      names?.split(separator: " ").contains { LetterPage.quoteNames.contains($0) } ?? false
    }
  }

  /// What programs call that element, or the line above it.
  private static let quoteNames: Set<Substring> = [
    "gmail_quote", "gmail_quote_container", "moz-cite-prefix", "yahoo_quoted", "divRplyFwdMsg",
    "appendonsend", "protonmail_quote", "mail-editor-reference-message-container",
  ]

  /// A line as the page shows it, and the node behind its last text.
  private struct Line {
    var text: String
    var end: Int

    private static let limit = ForwardedBlock.lineLimit * 2

    /// The first lines of a page that are not blank.
    static func first(in tree: MarkupTree) -> [Line] {
      var lines: [Line] = []
      var bytes: [UInt8] = []
      var ends: [Int] = []
      var end = 0
      func endLine() {
        let text = PlainMarkup.folded(String(decoding: bytes, as: UTF8.self))
        if !text.isEmpty { lines.append(Line(text: text, end: end)) }
        bytes = []
      }
      var node = 0
      while node < tree.nodes.count, lines.count < limit {
        let element = tree.nodes[node]
        while let last = ends.last, last <= node {
          ends.removeLast()
          endLine()
        }
        if element.tag == .text {
          let text = tree.text[Int(element.start)..<Int(element.start + element.count)]
          // A line beyond this is prose; what is left of it tells no more.
          if bytes.count < 2000 { bytes += text.prefix(2000) }
          end = node + 1
        } else if PageLayout.isSkipped(element.tag) {
          node = Int(element.end)
          continue
        } else if element.tag == .br {
          endLine()
        } else if PageLayout.isBlock(element.tag) {
          endLine()
          ends.append(Int(element.end))
        }
        node += 1
      }
      endLine()
      return lines
    }
  }
}
