/// Reads one direction of a connection: frames, and the fields of the header blocks in them.
///
/// A value whose copy at any place of the stream is a checkpoint: reading on from it gives the same events again, so
/// that a view can show frames and decoded fields of a recording without anything being kept for it.
package struct DirectionReader: Sendable {
  private var frames: FrameReader
  private var decoder: HPACKDecoder
  private let limits: HTTP2Limits
  /// The block under way, its bytes, and where each frame's piece of it begins.
  private var block: HeaderBlock?
  private var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  /// A block was lost: none can be decoded any more.
  private var isDecoderLost = false
  private var found: [FrameEvent] = []

  private struct Piece: Sendable {
    var start: Int
    var offset: Int
  }

  /// Count of frames whose header was read.
  package private(set) var frameCount = 0

  /// - Parameters:
  ///   - sender: Who sends the bytes.
  ///   - maxFrameSize: SETTINGS\_MAX\_FRAME\_SIZE of the receiver, in bytes.
  ///   - tableSize: Largest size in bytes of the HPACK table that the sender may choose.
  ///   - limits: Of these, those about header blocks.
  ///   - offset: Offset of the first byte that will be read.
  package init(
    from sender: HTTP2Role, maxFrameSize: Int = 16_384, tableSize: Int = 4096, limits: HTTP2Limits = HTTP2Limits(),
    offset: Int = 0
  ) {
    frames = FrameReader(from: sender, maxFrameSize: maxFrameSize, offset: offset)
    decoder = HPACKDecoder(announced: max(4096, tableSize))
    self.limits = limits
  }

  /// Count of bytes read so far: the offset of the next byte.
  package var offset: Int { frames.offset }

  /// The frame whose payload is being read; nil between frames.
  package var current: FrameHeader? { frames.current }

  /// Bytes that this value keeps of the stream, but for the HPACK table.
  package var keptCount: Int { frames.keptCount + bytes.count }

  /// Bytes of payload that a frame may have, as the receiver has announced.
  package var maxFrameSize: Int {
    get { frames.maxFrameSize }
    set { frames.maxFrameSize = newValue }
  }

  /// The sender knows of this size of its HPACK table and must keep to it.
  package mutating func announce(tableSize: Int) {
    decoder.announce(tableSize: tableSize)
  }

  /// Reads all bytes and adds events.
  package mutating func read(_ bytes: UnsafeRawBufferPointer, into events: inout [FrameEvent]) {
    var found = found
    self.found = []
    frames.read(bytes, into: &found)
    take(&found, &events)
  }

  /// Jumps over the content that comes next; returns its count of bytes.
  package mutating func skipContent(into events: inout [FrameEvent]) -> Int {
    var found = found
    self.found = []
    let count = frames.skipContent(into: &found)
    take(&found, &events)
    return count
  }

  private mutating func take(_ found: inout [FrameEvent], _ events: inout [FrameEvent]) {
    for event in found {
      events.append(event)
      switch event {
      case .started: frameCount += 1
      case .frame(let frame): take(frame, &events)
      default: break
      }
    }
    found.removeAll(keepingCapacity: true)
    self.found = found
  }

  // MARK: Blocks

  private mutating func take(_ frame: Frame, _ events: inout [FrameEvent]) {
    if block != nil, frame.kind != .continuation || frame.stream != block?.stream { loseBlock() }
    switch frame.content {
    case .headers(let priority, let fragment):
      begin(frame, priority: priority, promised: nil)
      append(fragment, frame, &events)
    case .pushPromise(let promised, let fragment):
      begin(frame, priority: nil, promised: promised)
      append(fragment, frame, &events)
    case .continuation(let fragment):
      append(fragment, frame, &events)
    case .unreadable where [.headers, .pushPromise, .continuation].contains(frame.kind):
      loseBlock()
    default: break
    }
  }

  private mutating func begin(_ frame: Frame, priority: StreamPriority?, promised: StreamID?) {
    block = HeaderBlock(
      stream: frame.stream, promised: promised,
      endStream: frame.kind == .headers && frame.flags.contains(.endStream), priority: priority,
      range: frame.header.range, frameCount: 0, byteCount: 0)
  }

  private mutating func append(_ fragment: [UInt8], _ frame: Frame, _ events: inout [FrameEvent]) {
    guard var block else { return }
    block.range = block.range.lowerBound..<frame.header.end
    block.frameCount += 1
    block.byteCount += fragment.count
    self.block = block
    guard block.byteCount <= limits.headerBlockLength else {
      return refuseBlock(.headerBlockTooLong, frame, &events)
    }
    guard block.frameCount <= limits.continuationCount + 1 else {
      return refuseBlock(.continuationsTooMany, frame, &events)
    }
    let fragmentEnd = frame.header.end - (frame.padding ?? 0)
    pieces.append(Piece(start: bytes.count, offset: fragmentEnd - fragment.count))
    bytes += fragment
    if frame.flags.contains(.endHeaders) { decode(block, &events) }
  }

  private mutating func refuseBlock(_ code: HTTP2Diagnostic.Code, _ frame: Frame, _ events: inout [FrameEvent]) {
    events.append(.diagnostic(HTTP2Diagnostic(code, frame.header.range, stream: frame.stream)))
    loseBlock()
  }

  /// The block under way will not be decoded: from here on the table is not known.
  private mutating func loseBlock() {
    isDecoderLost = true
    endBlock()
  }

  private mutating func endBlock() {
    block = nil
    bytes.removeAll()
    pieces.removeAll()
  }

  private mutating func decode(_ whole: HeaderBlock, _ events: inout [FrameEvent]) {
    var whole = whole
    defer { endBlock() }
    guard !isDecoderLost else {
      whole.isReadable = false
      return events.append(.headerBlock(whole))
    }
    var decoded = HPACKDecoder.Block()
    var failure: HPACKError?
    do throws(HPACKError) {
      try decoder.decode(bytes, sizeLimit: limits.headerListSize, countLimit: limits.fieldCount, into: &decoded)
    } catch {
      whole.isReadable = false
      isDecoderLost = true
      failure = error
    }
    whole.fields = decoded.fields.map { field in
      var field = field
      field.range = range(field.range)
      return field
    }
    whole.tableSizeUpdates = decoded.tableSizeUpdates.map {
      TableSizeUpdate(size: $0.size, range: range($0.range))
    }
    whole.fieldCount = decoded.fieldCount
    whole.size = decoded.size
    events.append(.headerBlock(whole))
    reportFindings(decoded, failure, whole, &events)
  }

  private func reportFindings(
    _ decoded: HPACKDecoder.Block, _ failure: HPACKError?, _ whole: HeaderBlock, _ events: inout [FrameEvent]
  ) {
    if let failure { report(HTTP2Diagnostic.Code(failure.reason), failure.range, whole, &events) }
    if decoded.tableSizeUpdates.count > 2 {
      report(.tableSizeUpdatesTooMany, decoded.tableSizeUpdates[2].range, whole, &events)
    }
    if decoded.size > limits.headerListSize {
      report(.headerListTooLong, 0..<bytes.count, whole, &events)
    } else if decoded.fieldCount > limits.fieldCount {
      report(.headerFieldsTooMany, 0..<bytes.count, whole, &events)
    }
  }

  private func report(
    _ code: HTTP2Diagnostic.Code, _ range: Range<Int>, _ block: HeaderBlock, _ events: inout [FrameEvent]
  ) {
    events.append(.diagnostic(HTTP2Diagnostic(code, self.range(range), stream: block.stream)))
  }

  /// Offsets in the stream of bytes of the block.
  private func range(_ range: Range<Int>) -> Range<Int> {
    let start = offset(range.lowerBound, isEnd: false)
    return start..<max(start, offset(range.upperBound, isEnd: true))
  }

  /// Offset in the stream of a place in the block; an end belongs to the piece before it.
  private func offset(_ place: Int, isEnd: Bool) -> Int {
    let piece = pieces.last { isEnd ? $0.start < place : $0.start <= place } ?? pieces.first
    return piece.map { $0.offset + place - $0.start } ?? place
  }
}

extension HTTP2Diagnostic.Code {
  init(_ reason: HPACKError.Reason) {
    self =
      switch reason {
      case .integerTooLarge: .hpackIntegerTooLarge
      case .truncated: .hpackTruncated
      case .huffmanEnd: .hpackHuffmanEnd
      case .huffmanPadding: .hpackHuffmanPadding
      case .indexInvalid: .hpackIndexInvalid
      case .tableSizeTooLarge: .hpackTableSizeTooLarge
      case .tableSizeMisplaced: .hpackTableSizeMisplaced
      case .tableSizeMissing: .hpackTableSizeMissing
      }
  }
}
