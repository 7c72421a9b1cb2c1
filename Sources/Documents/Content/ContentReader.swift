package import Exchanges
import HTTPMessages
package import Recordings

/// Reads a message's content out of its recording, by position in the content, without the framing.
///
/// A value that stays as it was while more arrives. Content codings are left as they came.
package struct ContentReader: Sendable {
  private let log: ByteLogSnapshot
  private let map: ContentMap

  /// Bytes of content so far.
  package let count: Int

  /// A reader of the content of the message that `index` describes, in the log of its direction.
  package init(log: ByteLogSnapshot, index: MessageIndex) {
    self.log = log
    map = index.content
    count = index.headEnd == nil ? 0 : map.count
  }

  /// Where the content begins in the recording, if it lies there in one piece.
  var unframedStart: Int? { map.isChunked ? nil : map.start }

  /// Shows the content at `range`, which must be within `0..<count`, from front to back, until `body` returns false.
  ///
  /// `body` gets the position of a piece in the content, its offset in the recording, and its bytes, valid during
  /// the call only. Pieces are as small as the message's chunks are; nothing is copied for that.
  package func forEachPiece(
    in range: Range<Int>,
    _ body: (_ position: Int, _ offset: Int, UnsafeRawBufferPointer) throws(RecordingError) -> Bool
  ) throws(RecordingError) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of content lies within it")
    if range.isEmpty { return }
    guard map.isChunked else {
      let start = map.start
      let end = min(log.count, start + range.upperBound)
      guard start + range.lowerBound < end else { return }
      try log.forEachPiece(in: start + range.lowerBound..<end) { offset, bytes throws(RecordingError) in
        try body(offset - start, offset, bytes)
      }
      return
    }
    guard let checkpoint = map.chunkLines.last(atCount: range.lowerBound) else { return }
    var position = checkpoint.count
    let parser = MessageParser(resumingChunkedContentAt: checkpoint.offset)
    try MessageWalk(parser, in: log).forEachPart(
      upTo: log.count, expected: (range.upperBound - position) * 2, skippingContent: range.lowerBound - position
    ) { part, extent, _, bytes throws(RecordingError) in
      guard case .content = part else { return true }
      let piece = (position..<position + extent.count).clamped(to: range)
      if !piece.isEmpty {
        let skipped = piece.lowerBound - position
        let shown = UnsafeRawBufferPointer(rebasing: bytes[skipped..<skipped + piece.count])
        if try !body(piece.lowerBound, extent.lowerBound + skipped, shown) { return false }
      }
      position += extent.count
      return position < range.upperBound
    }
  }

  /// The content at `range`, which must be within `0..<count`, as an array.
  package func bytes(in range: Range<Int>) throws(RecordingError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    try forEachPiece(in: range) { _, _, piece in
      bytes.append(contentsOf: piece)
      return true
    }
    return bytes
  }

  /// The position in the content of the byte at `offset` of the recording.
  ///
  /// For a byte of framing it is the position of the next byte of content; nil outside of the content.
  func position(ofOffset offset: Int) throws(RecordingError) -> Int? {
    guard offset >= map.start else { return nil }
    guard map.isChunked else { return offset - map.start < count ? offset - map.start : nil }
    guard let checkpoint = map.chunkLines.last(atOffset: offset) else { return nil }
    var position = checkpoint.count
    var found: Int?
    let parser = MessageParser(resumingChunkedContentAt: checkpoint.offset)
    try MessageWalk(parser, in: log).forEachPart(
      upTo: log.count, expected: offset - checkpoint.offset + 512, skippingContent: .max
    ) { part, extent, _, _ in
      guard case .content = part else { return position < count }
      if offset < extent.upperBound {
        found = position + max(0, offset - extent.lowerBound)
        return false
      }
      position += extent.count
      return position < count
    }
    return found.flatMap { $0 < count ? $0 : nil }
  }
}
