import Readers

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Everything that the arguments name, piece by piece, in their order.
final class Intake {
  /// An input whose documents are read one after the other, as it may be of any length.
  private struct Stream {
    var input: InputFile
    var reader: DocumentReader
    var isWalked: Bool
  }

  private var arguments: ArraySlice<String>
  private let options: ReadingArguments

  /// Where addresses are had from; `nil` where they are not.
  private let fetcher: PageFetcher?
  private let takesLists: Bool

  /// What lies in a folder and is no input.
  private let archive: String
  private var walk: FolderWalk?
  private var stream: Stream?
  private var pending: [Piece] = []
  private var hasWaited = false
  private var documents = 0

  /// How many of the named inputs could be opened.
  private(set) var opened = 0

  /// What walks have passed over before anything was opened.
  private(set) var passedOver: [Refusal] = []

  /// The pieces of one step: many small ones share what a task costs.
  private let stepPieces = 32
  private let stepBytes = 1 << 18

  /// Larger files are read document by document.
  private let smallFile = 1 << 19

  /// Whether any of the named inputs is there; where none is, says so of each.
  static func hasInput(_ options: ReadingArguments) -> Bool {
    if options.paths.isEmpty { return true }
    var refusals: [Refusal] = []
    for path in options.paths {
      if path == "-" || PageFetcher.isAddress(path) || access(path, F_OK) == 0 { return true }
      do throws(Refusal) { _ = try InputFile.open(path) } catch { refusals.append(error) }
    }
    for refusal in refusals { Console.note(refusal.sentence) }
    return refusals.isEmpty
  }

  /// - Returns: `nil` where nothing is named and a person sits at standard input.
  init?(
    _ options: ReadingArguments, sparing archive: String, fetcher: PageFetcher? = nil,
    takesLists: Bool = false
  ) {
    if options.paths.isEmpty, isatty(STDIN_FILENO) != 0 { return nil }
    self.options = options
    self.fetcher = fetcher
    self.takesLists = takesLists
    self.archive = archive
    arguments = options.paths.isEmpty ? ["-"] : options.paths[...]
  }

  func next() throws -> Pipeline.Step<[Piece]> {
    var step: [Piece] = []
    var weight = 0
    while step.count < stepPieces, weight < stepBytes {
      if pending.isEmpty {
        if let stream, !hasWaited, !stream.input.isReady {
          if !step.isEmpty { return .work(step, weight: weight) }
          hasWaited = true
          return .wait
        }
        hasWaited = false
        guard try fill() else { break }
        continue
      }
      let piece = pending.removeFirst()
      weight += piece.weight
      step.append(piece)
    }
    return step.isEmpty ? .end : .work(step, weight: weight)
  }

  /// Makes the next pieces pending, if any; `false` when all has been handed out.
  private func fill() throws -> Bool {
    if stream != nil {
      try fillFromStream()
    } else if walk != nil {
      try fillFromWalk()
    } else if let argument = arguments.popFirst() {
      try Signals.check()
      try open(argument)
    } else {
      return false
    }
    return true
  }

  private func open(_ argument: String) throws {
    if argument == "-" {
      opened += 1
      return try begin(.standardInput(named: options.name ?? "-"), isWalked: false)
    }
    if let fetcher, PageFetcher.isAddress(argument) { return try fetch(argument, by: fetcher) }
    if FolderWalk.isFolder(argument) {
      opened += 1
      walk = FolderWalk(argument, sparing: archive)
      return
    }
    do {
      let file = try InputFile.open(argument)
      opened += 1
      try begin(file, isWalked: false)
    } catch let refusal as Refusal {
      pending += [Piece(argument, .refused(refusal)), Piece(argument, .end)]
    }
  }

  private func fetch(_ address: String, by fetcher: PageFetcher) throws {
    do {
      let document = try fetcher.document(address)
      opened += 1
      let shown = fetcher.options.request(address).shownURL
      pending += [Piece(shown, .fetched(document)), Piece(shown, .end)]
    } catch let refusal as Refusal {
      pending.append(Piece(refusal.path, .refused(refusal)))
    }
  }

  private func begin(_ input: InputFile, isWalked: Bool) throws {
    // The documents of `--url` are counted here, where they come one after the other.
    if let length = input.length, length <= smallFile, options.url == nil {
      return addFile(input.path, size: length, isWalked: isWalked)
    }
    do {
      let reader = try DocumentReader(
        ByteInput { try input.read(atMost: $0) }, format: options.from.format,
        options: options.options(for: input.path), takesLists: takesLists)
      stream = Stream(input: input, reader: reader, isWalked: isWalked)
    } catch let exit as Exit {
      throw exit
    } catch {
      let refusal = Refusal(error, path: input.path)
      let isLeft =
        isWalked
        && (error as? ReadingError).map { Refusal.isPassedOver($0, path: input.path) } ?? false
      pending.append(Piece(input.path, isLeft ? .passedOver(refusal) : .refused(refusal)))
      pending.append(Piece(input.path, .end))
    }
  }

  private func addFile(_ path: String, size: Int, isWalked: Bool) {
    pending += [
      Piece(path, .file(size: size), isWalked: isWalked), Piece(path, .end, isWalked: isWalked),
    ]
  }

  private func fillFromStream() throws {
    guard let path = stream?.input.path, let isWalked = stream?.isWalked else { return }
    do {
      guard let item = try stream?.reader.next() else {
        stream = nil
        return pending.append(Piece(path, .end, isWalked: isWalked))
      }
      if case .report = item { documents += 1 }
      if options.url != nil, documents > 1 {
        throw Failure(.usage, "--url is for one document, and \(path) holds more")
      }
      pending.append(Piece(path, .item(item), isWalked: isWalked))
    } catch  where error is Exit || error is Failure {
      throw error
    } catch {
      stream = nil
      pending += [Piece(path, .refused(Refusal(error, path: path))), Piece(path, .end)]
    }
  }

  private func fillFromWalk() throws {
    try Signals.check()
    if let file = walk?.next() {
      if file.size <= smallFile {
        addFile(file.path, size: file.size, isWalked: true)
      } else {
        do {
          try begin(InputFile.open(file.path), isWalked: true)
        } catch let refusal as Refusal {
          pending += [Piece(file.path, .refused(refusal)), Piece(file.path, .end)]
        }
      }
    } else {
      passedOver += walk?.passedOver ?? []
      pending += (walk?.refusals ?? []).map { Piece($0.path, .refused($0)) }
      walk = nil
    }
  }
}
