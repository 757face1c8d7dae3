import Storage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The regular files below a folder, sorted by name, one after the other.
///
/// Links are not followed. Hidden files, the archive's own and the `NAME_files` folder that a browser
/// puts beside a saved page are passed over.
struct FolderWalk {
  /// Files and folders that were passed over, and links, each with the reason.
  private(set) var passedOver: [Refusal] = []

  /// Folders that could not be read.
  private(set) var refusals: [Refusal] = []
  private var stack: [[String]] = []
  private let archive: String

  /// Whether a path is a folder itself, and no link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files below `folder` but those of the archive, which may lie there too.
  init(_ folder: String, sparing archive: String) {
    self.archive = archive
    stack = [entries(of: folder).reversed()]
  }

  /// The next file, or `nil` after the last.
  mutating func next() -> (path: String, size: Int)? {
    while let path = stack.last?.last {
      stack[stack.count - 1].removeLast()
      var status = stat()
      guard lstat(path, &status) == 0 else {
        refusals.append(Refusal(path: path, reason: Descriptor.reason(errno)))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG where Archive.owns(path, at: archive):
        passedOver.append(Refusal(path: path, reason: "the archive's own"))
      case S_IFREG: return (path, Int(status.st_size))
      case S_IFDIR: stack.append(entries(of: path).reversed())
      case S_IFLNK: passedOver.append(Refusal(path: path, reason: "a link"))
      default: passedOver.append(Refusal(path: path, reason: "not a regular file"))
      }
      while stack.last?.isEmpty == true { stack.removeLast() }
    }
    while stack.last?.isEmpty == true { stack.removeLast() }
    return stack.isEmpty ? nil : next()
  }

  private mutating func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else {
      refusals.append(Refusal(path: folder, reason: Descriptor.reason(errno)))
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    let pages = Set(names.compactMap(Self.stem))
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    // By their bytes, so that no locale decides the order.
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var kept: [String] = []
    for name in names {
      if name.hasPrefix(".") {
        passedOver.append(Refusal(path: base + name, reason: "hidden"))
      } else if name.hasSuffix("_files"), pages.contains(name) {
        passedOver.append(Refusal(path: base + name, reason: "the folder beside a saved page"))
      } else {
        kept.append(base + name)
      }
    }
    return kept
  }

  /// The folder that a browser saves beside a page of this name.
  private static func stem(_ name: String) -> String? {
    for ending in [".html", ".htm"] where name.lowercased().hasSuffix(ending) {
      return name.dropLast(ending.count) + "_files"
    }
    return nil
  }
}
