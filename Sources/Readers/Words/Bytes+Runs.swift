extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where the bytes of `run` begin, one after the other; `nil` where they do not stand.
  func place(ofRun run: some Collection<UInt8>) -> Int? {
    guard let first = run.first else { return nil }
    return indices.first { self[$0] == first && self[$0...].starts(with: run) }
  }

  func containsRun(_ run: some Collection<UInt8>) -> Bool { place(ofRun: run) != nil }
}

extension ArraySlice<UInt8> {
  /// The bytes without the blanks and controls around them.
  var trimmingBlanks: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }

  /// The bytes behind the byte order mark of UTF-8, if they begin with one.
  var withoutMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self }
}
