/// The last bytes of a stream: those that are being read, and those before them that no part has told of yet.
struct StreamBytes {
  /// How many bytes of one part are kept over pieces: of a longer one its beginning and its end, half and half.
  let limit: Int
  /// Bytes of earlier pieces, the last of which is right before `piece`.
  private var carried: [UInt8] = []
  private var carriedStart = 0
  /// Count of bytes that were dropped from the middle of `carried`.
  private var dropped = 0
  /// The bytes that are being read.
  var piece = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Offset in the stream of the first byte of `piece`.
  private var pieceStart = 0

  init(limit: Int = .max) {
    self.limit = limit
  }

  /// The bytes at `range` of the stream, as far as they are there.
  func bytes(in range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    _ = append(range, to: &bytes)
    return bytes
  }

  /// Appends the bytes at `range` as far as they are there: returns how many of its beginning and, where some are
  /// missing, how many of its end.
  func append(_ range: Range<Int>, to bytes: inout [UInt8]) -> (head: Int, tail: Int) {
    if range.lowerBound >= pieceStart {
      let before = bytes.count
      appendPiece(range, to: &bytes)
      return (bytes.count - before, 0)
    }
    let before = bytes.count
    let middle = dropped > 0 ? limit / 2 : carried.count
    appendCarried(range, 0..<middle, at: carriedStart, to: &bytes)
    let head = range.lowerBound < carriedStart ? 0 : bytes.count - before
    if dropped > 0 { appendCarried(range, middle..<carried.count, at: carriedStart + dropped, to: &bytes) }
    appendPiece(range, to: &bytes)
    let count = bytes.count - before
    return count == range.count ? (count, 0) : (head, count - head)
  }

  private func appendCarried(_ range: Range<Int>, _ indices: Range<Int>, at start: Int, to bytes: inout [UInt8]) {
    let found = range.clamped(to: indices.lowerBound + start..<indices.upperBound + start)
    bytes.append(contentsOf: carried[found.lowerBound - start..<found.upperBound - start])
  }

  private func appendPiece(_ range: Range<Int>, to bytes: inout [UInt8]) {
    let found = range.clamped(to: pieceStart..<pieceStart + piece.count)
    bytes.append(contentsOf: piece[found.lowerBound - pieceStart..<found.upperBound - pieceStart])
  }

  /// Forgets `piece`, and of its bytes and those before keeps only what begins at `offset`.
  mutating func keep(from offset: Int) {
    let end = pieceStart + piece.count
    if offset >= pieceStart {
      carried.removeAll(keepingCapacity: carried.count <= piece.count)
      carriedStart = min(offset, end)
      dropped = 0
      carried.append(contentsOf: piece[(carriedStart - pieceStart)...])
    } else {
      carried.append(contentsOf: piece)
    }
    if carried.count > limit {
      let more = carried.count - limit
      carried.removeSubrange(limit / 2..<limit / 2 + more)
      dropped += more
    }
    pieceStart = end
    piece = UnsafeRawBufferPointer(start: nil, count: 0)
  }
}
