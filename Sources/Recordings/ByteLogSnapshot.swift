/// The bytes of a log as they were at one moment.
///
/// A value that may cross tasks; it costs a few references, and keeps the log's memory and file alive while it lives.
package struct ByteLogSnapshot: Sendable {
  private let head: MemoryBlocks
  private let file: SpoolFile?
  private let fileCount: Int
  private let tail: [UInt8]
  /// Where the log has bytes of another one: all there is, in place of the above.
  private let spliced: SplicedBytes?

  /// How many bytes there are.
  package let count: Int

  /// Why the log ends before what it was given; nil when it is whole so far.
  package let cut: RecordingError?

  init(head: MemoryBlocks, file: SpoolFile?, fileCount: Int, tail: [UInt8], cut: RecordingError?) {
    self.head = head
    self.file = file
    self.fileCount = fileCount
    self.tail = tail
    self.cut = cut
    spliced = nil
    count = head.count + fileCount + tail.count
  }

  init(_ spliced: SplicedBytes, cut: RecordingError?) {
    head = MemoryBlocks()
    file = nil
    fileCount = 0
    tail = []
    self.spliced = spliced
    self.cut = cut
    count = spliced.count
  }

  /// A log without bytes.
  package static let empty = ByteLogSnapshot(head: MemoryBlocks(), file: nil, fileCount: 0, tail: [], cut: nil)

  /// A log that is wholly in memory and ended.
  package init(_ bytes: [UInt8]) {
    self.init(head: MemoryBlocks(), file: nil, fileCount: 0, tail: bytes, cut: nil)
  }

  /// Copies bytes from `offset` on into `buffer`; returns how many there were, up to the buffer's size.
  package func copy(
    from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(RecordingError) -> Int {
    precondition(offset >= 0, "an offset into a log is not negative")
    let wanted = max(0, min(buffer.count, count - offset))
    var copied = 0
    if let spliced {
      try spliced.forEachRun(in: offset..<offset + wanted) { run throws(RecordingError) in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[copied..<copied + run.range.count])
        copied += try run.log.copy(from: run.range.lowerBound, into: rest)
        return true
      }
      return copied
    }
    while copied < wanted {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[copied..<wanted])
      copied += try copyPart(from: offset + copied, into: rest)
    }
    return copied
  }

  /// The bytes of `range`, which must lie within the log, as an array.
  package func bytes(in range: Range<Int>) throws(RecordingError) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of bytes lies within its log")
    // The count of an array of none would be written into the one storage that all empty arrays share.
    if range.isEmpty { return [] }
    var failure: RecordingError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
      do throws(RecordingError) {
        initialized = try copy(
          from: range.lowerBound,
          into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer.prefix(range.count))))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Shows the bytes of `range`, which must lie within the log, to `body` without copying where they lie together.
  ///
  /// Otherwise they are copied for the call: ask for pieces, not for a whole log.
  package func read<R>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(RecordingError) -> R
  ) throws(RecordingError) -> R {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of bytes lies within its log")
    if let run = try spliced?.run(of: range) { return try run.log.read(run.range, body) }
    if let shown = showPart(range, { buffer in Self.result { () throws(RecordingError) in try body(buffer) } }) {
      return try shown.get()
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: range.count, alignment: 16)
    defer { buffer.deallocate() }
    _ = try copy(from: range.lowerBound, into: buffer)
    return try body(UnsafeRawBufferPointer(buffer))
  }

  /// Shows the bytes of `range` from front to back in pieces of at most `size` bytes, until `body` returns false.
  ///
  /// `body` gets the offset of the piece in the log and its bytes, valid during the call only. One buffer of `size`
  /// bytes serves all that is in the file.
  package func forEachPiece(
    in range: Range<Int>, size: Int = 256 << 10,
    _ body: (Int, UnsafeRawBufferPointer) throws(RecordingError) -> Bool
  ) throws(RecordingError) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of bytes lies within its log")
    precondition(size > 0, "a piece has bytes")
    var buffer: UnsafeMutableRawBufferPointer?
    defer { buffer?.deallocate() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = offset..<min(range.upperBound, offset + size)
      if spliced == nil, let block = blockRange(at: offset) {
        let piece = wanted.clamped(to: block)
        let shown = showPart(piece) { bytes in
          Self.result { () throws(RecordingError) in try body(piece.lowerBound, bytes) }
        }
        if try shown?.get() == false { return }
        offset = piece.upperBound
      } else {
        let space =
          buffer ?? UnsafeMutableRawBufferPointer.allocate(byteCount: min(size, range.count), alignment: 16)
        buffer = space
        let piece = spliced == nil ? wanted.clamped(to: head.count..<head.count + fileCount) : wanted
        let part = UnsafeMutableRawBufferPointer(rebasing: space.prefix(piece.count))
        _ = try copy(from: offset, into: part)
        if try !body(offset, UnsafeRawBufferPointer(part)) { return }
        offset = piece.upperBound
      }
    }
  }

  /// Where the block of memory that holds `offset` lies in the log; nil when the file holds it.
  private func blockRange(at offset: Int) -> Range<Int>? {
    if offset < head.count {
      let start = offset - offset % MemoryBlocks.blockSize
      return start..<min(head.count, start + MemoryBlocks.blockSize)
    }
    return offset >= head.count + fileCount ? head.count + fileCount..<count : nil
  }

  /// Shows a range that lies together in memory; nil when it does not.
  private func showPart<R>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> R) -> R? {
    if range.isEmpty { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    guard spliced == nil, let block = blockRange(at: range.lowerBound), range.upperBound <= block.upperBound else {
      return nil
    }
    if range.lowerBound < head.count {
      return head.withBlock(at: range.lowerBound) { body(UnsafeRawBufferPointer(rebasing: $0.prefix(range.count))) }
    }
    let start = range.lowerBound - block.lowerBound
    return tail.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<start + range.count])) }
  }

  /// Copies as much from `offset` as one block or the file holds.
  private func copyPart(
    from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(RecordingError) -> Int {
    if let block = blockRange(at: offset) {
      let range = offset..<min(block.upperBound, offset + buffer.count)
      _ = showPart(range) { buffer.copyMemory(from: $0) }
      return range.count
    }
    let wanted = min(buffer.count, head.count + fileCount - offset)
    try file?.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(wanted)), at: offset - head.count)
    return wanted
  }

  private static func result<R>(
    _ body: () throws(RecordingError) -> R
  ) -> Result<R, RecordingError> {
    do throws(RecordingError) {
      return .success(try body())
    } catch {
      return .failure(error)
    }
  }
}
