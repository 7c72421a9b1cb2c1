import Recordings

/// The content that rows are made of: as it was received, or decoded from that into a log of its own.
struct ContentSource: Sendable {
  private enum Bytes: Sendable {
    case recorded(ContentReader, Direction)
    case decoded(ByteLogSnapshot)
  }

  /// Chunks with less are put together to pieces of the other size: each piece costs its reader something.
  private static let smallPiece = 4 << 10
  private static let gatheredPiece = 32 << 10
  /// Longer ranges of chunked content are not looked up whole.
  private static let longRange = 64 << 10

  private let bytes: Bytes
  /// Whether no more will come.
  let isComplete: Bool

  /// Content as it is in the recording of a direction.
  init(_ reader: ContentReader, direction: Direction, isComplete: Bool) {
    bytes = .recorded(reader, direction)
    self.isComplete = isComplete
  }

  /// Content that was decoded.
  init(decoded log: ByteLogSnapshot, isComplete: Bool) {
    bytes = .decoded(log)
    self.isComplete = isComplete
  }

  /// The same, taken as all there is.
  var asFarAsItCame: ContentSource { ContentSource(bytes: bytes, isComplete: true) }

  private init(bytes: Bytes, isComplete: Bool) {
    self.bytes = bytes
    self.isComplete = isComplete
  }

  /// Bytes so far.
  var count: Int {
    switch bytes {
    case .recorded(let reader, _): reader.count
    case .decoded(let log): log.count
    }
  }

  /// Shows the bytes at `range` from front to back, in pieces of any size, until `body` returns false.
  func forEachPiece(
    in range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws(RecordingError) -> Bool
  ) throws(RecordingError) {
    switch bytes {
    case .recorded(let reader, _):
      if reader.unframedStart == nil { return try gather(reader, in: range, body) }
      try reader.forEachPiece(in: range) { position, _, piece throws(RecordingError) in try body(position, piece) }
    case .decoded(let log):
      try log.forEachPiece(in: range, body)
    }
  }

  private func gather(
    _ reader: ContentReader, in range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws(RecordingError) -> Bool
  ) throws(RecordingError) {
    var gathered: [UInt8] = []
    var start = range.lowerBound
    var goesOn = true
    func show() throws(RecordingError) {
      if gathered.isEmpty { return }
      goesOn = try gathered.withUnsafeBufferPointer { bytes throws(RecordingError) in
        try body(start, UnsafeRawBufferPointer(bytes))
      }
      gathered.removeAll(keepingCapacity: true)
    }
    try reader.forEachPiece(in: range) { position, _, piece throws(RecordingError) in
      if piece.count >= Self.smallPiece {
        try show()
        if goesOn { goesOn = try body(position, piece) }
      } else {
        if gathered.isEmpty { start = position }
        gathered.append(contentsOf: piece)
        if gathered.count >= Self.gatheredPiece { try show() }
      }
      return goesOn
    }
    if goesOn { try show() }
  }

  /// The bytes at `range` as an array.
  func bytes(in range: Range<Int>) throws(RecordingError) -> [UInt8] {
    switch bytes {
    case .recorded(let reader, _): try reader.bytes(in: range)
    case .decoded(let log): try log.bytes(in: range)
    }
  }

  /// Where ranges of the content, in ascending order, are in the recording; nil for empty ones and for decoded content.
  ///
  /// A range that spans chunks is the range from its first byte to its last, framing included.
  func references(of ranges: [Range<Int>]) throws(RecordingError) -> [ByteReference?] {
    guard case .recorded(let reader, let direction) = bytes,
      let first = ranges.first(where: { !$0.isEmpty }), let last = ranges.last(where: { !$0.isEmpty })
    else { return ranges.map { _ in nil } }
    if let start = reader.unframedStart {
      return ranges.map { range in
        range.isEmpty
          ? nil
          : ByteReference(direction: direction, range: start + range.lowerBound..<start + range.upperBound)
      }
    }
    if ranges.contains(where: { $0.count > Self.longRange }) {
      // Of what is folded, the beginning stands for all of it: what lies between is not read for it.
      return try ranges.map { range throws(RecordingError) in
        try references(of: [range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longRange)])[0]
      }
    }
    var found = [ByteReference?](repeating: nil, count: ranges.count)
    var next = 0
    try reader.forEachPiece(in: first.lowerBound..<last.upperBound) { position, offset, piece in
      let end = position + piece.count
      while next < ranges.count {
        let range = ranges[next]
        if range.isEmpty {
          next += 1
          continue
        }
        guard range.lowerBound < end else { return true }
        let start = found[next]?.range.lowerBound ?? offset + range.lowerBound - position
        found[next] = ByteReference(
          direction: direction, range: start..<offset + min(range.upperBound, end) - position)
        if range.upperBound > end { return true }
        next += 1
      }
      return false
    }
    return found
  }

  /// The position in the content of a byte of the recording; nil when it is none of this content's.
  func position(of reference: ByteReference) throws(RecordingError) -> Int? {
    guard case .recorded(let reader, let direction) = bytes, reference.direction == direction else { return nil }
    return try reader.position(ofOffset: reference.range.lowerBound)
  }
}
