import Recordings

/// Search, in slices of about half a MiB between which other questions are answered; cancel the task to stop one.
extension DocumentStore {
  /// The next match after (or the last one before) a place; nil when there is none up to the end (or the beginning).
  ///
  /// `row` and `offset`, a UTF-8 offset in the row's text, are where the search begins: forward it finds matches that
  /// begin there or later, backward those that begin before. `progress` gets the row that was reached, now and then.
  package func search(
    _ search: DocumentSearch, in key: DocumentKey, from row: Int, offset: Int = 0,
    direction: DocumentSearch.Direction = .forward, progress: (@Sendable (_ row: Int) -> Void)? = nil
  ) async throws(DocumentError) -> DocumentMatch? {
    let start = DocumentMatch(row: max(0, row), range: offset..<offset)
    var walk = SearchWalk(search: search, key: key, row: start.row, isForward: direction == .forward)
    while true {
      let matches = try step(&walk)
      let found =
        switch direction {
        case .forward: matches.first { !$0.begins(before: start) }
        case .backward: matches.last { $0.begins(before: start) }
        }
      if let found { return found }
      if walk.hasEnded { return nil }
      progress?(walk.row)
      try await giveWay()
    }
  }

  /// How many matches a document has, and how many of them begin before one; `progress` gets the count so far, a
  /// hundred times.
  package func countMatches(
    of search: DocumentSearch, in key: DocumentKey, before match: DocumentMatch? = nil,
    progress: (@Sendable (MatchCount) -> Void)? = nil
  ) async throws(DocumentError) -> MatchCount {
    var walk = SearchWalk(search: search, key: key, row: 0, isForward: true)
    var told = 0.0
    var count = MatchCount(count: 0, fraction: 0, isComplete: false)
    while true {
      let found = try step(&walk)
      count.count += found.count
      if let match { count.before += found.count { $0.begins(before: match) } }
      let documents = try documents(for: key)
      let document = try reading { () throws(RecordingError) in try documents.document(key) }
      if walk.hasEnded {
        count.isComplete = document.isComplete
        count.fraction = 1
        return count
      }
      count.fraction = document.indexedFraction * Double(walk.row) / Double(max(1, document.rowCount))
      if count.fraction >= told + 0.01 {
        progress?(count)
        told = count.fraction
      }
      try await giveWay()
    }
  }

  /// Looks through the next batch of rows, or passes over blocks that cannot hold a match.
  private func step(_ walk: inout SearchWalk) throws(DocumentError) -> [DocumentMatch] {
    let documents = try documents(for: walk.key)
    return try reading { () throws(RecordingError) in
      var document = try documents.document(walk.key)
      guard let pattern = document.pattern(for: walk.search) else {
        walk.hasEnded = true
        return []
      }
      // Backward, the row itself is looked through too.
      while walk.isForward ? walk.row >= document.rowCount : walk.row >= document.rowCount && !document.isComplete {
        if try documents.advance(walk.key, budget: Self.slice) {
          document = try documents.document(walk.key)
          return []
        }
        document = try documents.document(walk.key)
        if walk.row >= document.rowCount { break }
      }
      return walk.isForward ? try stepForward(&walk, document, pattern) : try stepBackward(&walk, document, pattern)
    }
  }

  private func stepForward(
    _ walk: inout SearchWalk, _ document: any Document, _ pattern: SearchPattern
  ) throws(RecordingError) -> [DocumentMatch] {
    for _ in 0..<SearchWalk.blocksAtOnce {
      guard walk.row < document.rowCount else {
        walk.hasEnded = document.isComplete || walk.rowsAtLastEnd == document.rowCount
        walk.rowsAtLastEnd = document.rowCount
        return []
      }
      let block = document.block(holdingRow: walk.row)
      if try isWorthALook(&walk, document, pattern, block) {
        let range = walk.row..<min(block.upperBound, walk.row + pattern.rowsAtOnce)
        walk.row = range.upperBound
        return try document.matches(pattern, in: range)
      }
      walk.row = block.upperBound
    }
    return []
  }

  /// Whether a block can hold a match; it is asked once for all batches of a block.
  private func isWorthALook(
    _ walk: inout SearchWalk, _ document: any Document, _ pattern: SearchPattern, _ block: Range<Int>
  ) throws(RecordingError) -> Bool {
    if walk.block == block { return true }
    guard try document.mayHold(pattern, blockHoldingRow: walk.row) else { return false }
    walk.block = block
    return true
  }

  private func stepBackward(
    _ walk: inout SearchWalk, _ document: any Document, _ pattern: SearchPattern
  ) throws(RecordingError) -> [DocumentMatch] {
    if document.rowCount == 0 {
      walk.hasEnded = true
      return []
    }
    walk.row = min(walk.row, document.rowCount - 1)
    for _ in 0..<SearchWalk.blocksAtOnce {
      let block = document.block(holdingRow: walk.row)
      let first: Int
      var matches: [DocumentMatch] = []
      if try isWorthALook(&walk, document, pattern, block) {
        first = max(block.lowerBound, walk.row + 1 - pattern.rowsAtOnce)
        matches = try document.matches(pattern, in: first..<walk.row + 1)
      } else {
        first = block.lowerBound
      }
      walk.row = first - 1
      walk.hasEnded = first == 0
      if !matches.isEmpty || walk.hasEnded || first > block.lowerBound { return matches }
    }
    return []
  }
}

/// How far a search has come.
private struct SearchWalk {
  /// Blocks of about 64 KiB that are passed over at once.
  static let blocksAtOnce = 8

  let search: DocumentSearch
  let key: DocumentKey
  /// The next row to look at.
  var row: Int
  let isForward: Bool
  /// The last block that was found to be worth a look.
  var block: Range<Int>?
  var rowsAtLastEnd = -1
  var hasEnded = false

  init(search: DocumentSearch, key: DocumentKey, row: Int, isForward: Bool) {
    self.search = search
    self.key = key
    self.row = row
    self.isForward = isForward
  }
}

extension DocumentMatch {
  fileprivate func begins(before other: DocumentMatch) -> Bool {
    (row, range.lowerBound) < (other.row, other.range.lowerBound)
  }
}
