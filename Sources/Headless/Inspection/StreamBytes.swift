/// The last bytes of a stream: those that are being read, and those before them that no part has told of yet.
struct StreamBytes {
  /// Bytes of earlier pieces, the last of which is right before `piece`.
  var carried: [UInt8] = []
  var piece = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Offset in the stream of the first byte of `piece`.
  var pieceStart = 0

  /// The bytes at `range` of the stream, as far as they are there.
  func bytes(in range: Range<Int>) -> [UInt8] {
    let carriedStart = pieceStart - carried.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    if range.lowerBound < pieceStart {
      let old = range.clamped(to: carriedStart..<pieceStart)
      bytes += carried[(old.lowerBound - carriedStart)..<(old.upperBound - carriedStart)]
    }
    let new = range.clamped(to: pieceStart..<pieceStart + piece.count)
    bytes += piece[(new.lowerBound - pieceStart)..<(new.upperBound - pieceStart)]
    return bytes
  }

  /// Forgets `piece`, and of its bytes and those before keeps only what begins at `offset`.
  mutating func keep(from offset: Int) {
    let end = pieceStart + piece.count
    if offset >= end {
      carried.removeAll(keepingCapacity: true)
    } else if offset >= pieceStart {
      carried = Array(piece[(offset - pieceStart)...])
    } else {
      carried += piece
    }
    pieceStart = end
    piece = UnsafeRawBufferPointer(start: nil, count: 0)
  }
}
