import Differences
import Recordings

/// One of two contents that are compared by rows: its rows and their hashes.
protocol ComparedRows: AnyObject {
  var hashed: HashedRows { get set }
  /// How much has been read, 0 to 1.
  var fraction: Double { get }
  /// Reads about `budget` more bytes; false when all has been read.
  func advance(budget: Int) throws(RecordingError) -> Bool
  /// The hashes of known rows.
  func hashes(ofRows range: Range<Int>) throws(RecordingError) -> [UInt64]
  /// Known rows.
  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow]
  /// The row that shows the first byte of a reference.
  func row(holding reference: ByteReference) throws(RecordingError) -> Int?
}

/// Rows of text, JSON or a form to be compared.
final class ComparedContent<Walker: ContentWalker>: ComparedRows {
  var hashed = HashedRows()
  private let document: ContentDocument<Walker>
  private let source: ContentSource
  private var walker: Walker
  private var hasher = RowHasher<Walker>()
  private var hasEnded = false

  /// Content that is taken as all there is; `start` stands before its first byte.
  init(source: ContentSource, start: Walker, encoding: TextEncoding) {
    self.source = source
    walker = start
    document = ContentDocument(source: source, start: start, encoding: encoding, isRelaidOut: false)
  }

  var fraction: Double { source.count == 0 ? 1 : Double(walker.position) / Double(source.count) }

  func advance(budget: Int) throws(RecordingError) -> Bool {
    let hasMore = try document.advance(budget: budget)
    if hasEnded { return hasMore }
    let before = walker.position
    try walker.walk(source, budget: budget, into: &hasher)
    // What a cut recording does not hold does not come.
    if walker.position >= source.count || walker.position == before {
      hasEnded = true
      try walker.finish(source, into: &hasher)
    }
    for hash in hasher.hashes { hashed.append(hash) }
    hasher.hashes.removeAll(keepingCapacity: true)
    return hasMore || !hasEnded
  }

  func hashes(ofRows range: Range<Int>) throws(RecordingError) -> [UInt64] {
    let checkpoint = document.rows.index.checkpoint(beforeRow: range.lowerBound)
    var walker = checkpoint.walker
    var hasher = RowHasher<Walker>(skipping: range.lowerBound - checkpoint.row, limit: range.count)
    while !hasher.isFull, walker.position < source.count {
      let before = walker.position
      try walker.walk(source, budget: 64 << 10, into: &hasher)
      if walker.position == before { break }
    }
    if !hasher.isFull { try walker.finish(source, into: &hasher) }
    return hasher.hashes
  }

  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    try document.rows(in: range.clamped(to: 0..<document.rowCount))
  }

  func row(holding reference: ByteReference) throws(RecordingError) -> Int? {
    try document.row(holding: reference)
  }
}
