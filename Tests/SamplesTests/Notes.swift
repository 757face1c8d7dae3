/// The lines that are expected of a sample, with what a person noted between them.
///
/// `wrong:` ends a block whose lines above are known to be wrong, and says what is right.
/// `missing:` names a figure that is not found yet.
struct Notes {
  /// The lines between two blank ones.
  private struct Block {
    var lines: [String] = []
    var notes: [String] = []
  }

  private var blocks: [Block] = [Block()]

  init(_ lines: [String]) {
    for line in lines {
      let isNote = ["wrong: ", "missing: "].contains {
        line.drop { $0 == " " }.hasPrefix($0)
      }
      if line.isEmpty {
        blocks.append(Block())
      } else if isNote {
        blocks[blocks.count - 1].notes.append(line)
      } else {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
  }

  /// The lines without the notes.
  var lines: [String] { Array(blocks.map(\.lines).joined(separator: [""])) }

  /// Other lines with the notes on those blocks that are still the same.
  func added(to lines: [String]) -> [String] {
    let blocks = Notes(lines).blocks.map { block in
      let known = self.blocks.first { $0.lines == block.lines }
      return block.lines + (known?.notes ?? [])
    }
    return Array(blocks.joined(separator: [""]))
  }
}
