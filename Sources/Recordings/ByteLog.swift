/// Append-only bytes: in memory to a limit, then in an unnamed file that only this user can read.
///
/// One writer appends; any number of readers hold snapshots, which stay valid while the writer goes on and after it
/// is gone. Memory is bounded by the limit and one block of 64 KiB, whatever the length of the log and however small
/// its appends. A big append after the limit goes straight from the caller's memory to the file.
package struct ByteLog: ~Copyable {
  private let configuration: SpoolConfiguration
  /// The first bytes of the log, up to the memory limit; unchanged from then on.
  private var head = MemoryBlocks()
  /// The bytes after `head`.
  private var file: SpoolFile?
  private var fileCount = 0
  /// How far the file has room on the disk.
  private var reservedCount = 0
  /// The bytes after those in the file, not yet worth a write.
  private var tail: [UInt8] = []

  /// No more room than this is taken on the disk in advance, in bytes.
  private static let reserveLimit = 16 << 20

  /// Why the log ends before what it was given; nil while it is whole.
  ///
  /// A log that was cut takes no more bytes: each later append throws this again.
  package private(set) var cut: RecordingError?

  /// An empty log; no file is made before the memory limit is passed.
  package init(_ configuration: SpoolConfiguration) {
    self.configuration = configuration
  }

  /// A log that spools to an open file.
  init(_ configuration: SpoolConfiguration, file: SpoolFile) {
    self.configuration = configuration
    self.file = file
  }

  /// How many bytes the log holds.
  package var count: Int { head.count + fileCount + tail.count }

  /// Adds bytes at the end.
  ///
  /// Throws `.diskFull`, or another error, when the file takes no more. As many of the bytes as could be kept are
  /// then in the log (see `count`), all earlier ones stay readable, and the log is `cut`.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) throws(RecordingError) {
    if let cut { throw cut }
    var rest = bytes
    let room = configuration.memoryLimit - head.count
    if room > 0 {
      head.append(UnsafeRawBufferPointer(rebasing: rest.prefix(room)))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(room))
    }
    if rest.isEmpty { return }
    if rest.count >= MemoryBlocks.blockSize / 2 {
      try flushTail()
      try write(rest)
      return
    }
    if tail.count + rest.count > MemoryBlocks.blockSize {
      let part = rest.prefix(MemoryBlocks.blockSize - tail.count)
      tail.append(contentsOf: part)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
      try flushTail()
    }
    if tail.capacity < MemoryBlocks.blockSize { tail.reserveCapacity(MemoryBlocks.blockSize) }
    tail.append(contentsOf: rest)
  }

  /// What the log holds at this moment, shared, not copied.
  package var snapshot: ByteLogSnapshot {
    ByteLogSnapshot(head: head, file: file, fileCount: fileCount, tail: tail, cut: cut)
  }

  private mutating func flushTail() throws(RecordingError) {
    if tail.isEmpty { return }
    let file = try openFile()
    reserve(tail.count, in: file)
    let (written, failure) = tail.withUnsafeBytes { file.write($0, at: fileCount) }
    if let failure {
      // The whole tail stays in memory; what reached the file of it is not counted.
      cut = failure
      throw failure
    }
    fileCount += written
    tail.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) throws(RecordingError) {
    let file = try openFile()
    reserve(bytes.count, in: file)
    let (written, failure) = file.write(bytes, at: fileCount)
    fileCount += written
    if let failure {
      cut = failure
      throw failure
    }
  }

  /// Sees to it that there is room for `count` bytes more, and for as many again as there are.
  private mutating func reserve(_ count: Int, in file: SpoolFile) {
    guard fileCount + count > reservedCount else { return }
    let end = fileCount + count + min(fileCount + count, Self.reserveLimit)
    file.reserve(reservedCount..<end)
    reservedCount = end
  }

  private mutating func openFile() throws(RecordingError) -> SpoolFile {
    if let file { return file }
    do {
      let made = try SpoolFile(directory: configuration.directory)
      file = made
      return made
    } catch {
      cut = error
      throw error
    }
  }
}

extension ByteLog {
  /// Adds the bytes of an array at the end, with the contract of `append(_:)` for a buffer.
  package mutating func append(_ bytes: [UInt8]) throws(RecordingError) {
    try bytes.span.bytes.withUnsafeBytes { buffer throws(RecordingError) in try append(buffer) }
  }
}
