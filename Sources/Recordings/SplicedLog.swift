/// A log of which parts may be ranges of another one: bytes that are recorded there already are not kept twice.
///
/// Each run of bytes, its own or the other's, is an entry of 16 bytes in a log of entries, so that any number of them
/// costs no more memory than that log's limit. Neighbours that lie together are one entry, and a log without bytes of
/// another has none.
struct SplicedLog: ~Copyable {
  private var own: ByteLog
  private var entries: ByteLog
  /// The newest entry; nil while all bytes are its own.
  private var last: SpliceEntry?
  private var foreignCount = 0

  init(_ configuration: SpoolConfiguration) {
    own = ByteLog(configuration)
    entries = ByteLog(configuration)
  }

  /// How many bytes the log holds.
  var count: Int { own.count + foreignCount }

  /// Why the log ends before what it was given; nil while it is whole.
  var cut: RecordingError? { own.cut ?? entries.cut }

  /// Adds bytes at the end, with the contract of `ByteLog`.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(RecordingError) {
    if last != nil, !bytes.isEmpty {
      if let cut { throw cut }
      try join(SpliceEntry(start: count, sourceStart: own.count, isOwn: true))
    }
    try own.append(bytes)
  }

  /// Adds the bytes that another log, always the same one, holds in `range`.
  mutating func append(of source: Range<Int>) throws(RecordingError) {
    if let cut { throw cut }
    if last == nil, own.count > 0 { try join(SpliceEntry(start: 0, sourceStart: 0, isOwn: true)) }
    try join(SpliceEntry(start: count, sourceStart: source.lowerBound, isOwn: false))
    foreignCount += source.count
  }

  /// What the log holds at this moment; `source` has the bytes of the other one.
  func snapshot(of source: ByteLogSnapshot) -> ByteLogSnapshot {
    if last == nil { return own.snapshot }
    return ByteLogSnapshot(
      SplicedBytes(own: own.snapshot, source: source, entries: entries.snapshot, count: count), cut: cut)
  }

  /// Begins a run of bytes, unless it goes on with the one before.
  private mutating func join(_ entry: SpliceEntry) throws(RecordingError) {
    if let last, last.isOwn == entry.isOwn, last.sourceStart + (entry.start - last.start) == entry.sourceStart {
      return
    }
    let failure = entry.withBytes { bytes -> RecordingError? in
      do throws(RecordingError) {
        try entries.append(bytes)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    last = entry
  }
}
