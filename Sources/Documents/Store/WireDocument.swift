import Exchanges
import Recordings

/// The document of an exchange's transfers.
final class WireDocument: Document {
  var note: String?
  private var rows: IndexedRows<WireRows>

  init(source: WireSource) throws(RecordingError) {
    rows = IndexedRows(source: source, start: try WireRows(source), encoding: .utf8)
  }

  var rowCount: Int { rows.index.rows }
  var isComplete: Bool { rows.index.isComplete }
  var indexedFraction: Double { rows.indexedFraction }

  func update(_ source: WireSource) {
    for direction in Direction.allCases {
      if let offset = source.firstDifference(from: rows.source, direction) {
        rows.index.rewind { $0.offset(direction) > offset }
      }
    }
    rows.source = source
  }

  /// Whether rows of an earlier source can stand beside those of a new one.
  func begins(like source: WireSource) -> Bool {
    (rows.source.frames == nil) == (source.frames == nil)
      && rows.source.frames?.stream == source.frames?.stream
      && rows.source.firstTransfer == source.firstTransfer
      && rows.source.firstCipherTransfer == source.firstCipherTransfer
      && rows.source.sent.range.lowerBound == source.sent.range.lowerBound
      && rows.source.received.range.lowerBound == source.received.range.lowerBound
  }

  func advance(budget: Int) throws(RecordingError) -> Bool {
    try rows.advance(budget: budget)
  }

  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    try rows.drafts(in: range).map(\.row)
  }

  func row(holding reference: ByteReference) throws(RecordingError) -> Int? {
    guard reference.layer == rows.source.layer else { return nil }
    let offset = reference.range.lowerBound
    return try rows.row(startingWhere: { $0.offset(reference.direction) > offset }) { draft in
      guard draft.row.cells != nil, let source = draft.row.source else { return false }
      return source.direction == reference.direction && source.range.contains(offset)
    }
  }

  /// The part of a frame that a byte is, in words; nil for a byte of none that is known so far.
  func name(ofFrameByte reference: ByteReference) throws(RecordingError) -> String? {
    let offset = reference.range.lowerBound
    var walker = rows.index.checkpoint { $0.offset(reference.direction) > offset }.walker
    return try walker.frameLine(at: offset, reference.direction, rows.source)?.name(ofByteAt: offset)
  }

  func block(holdingRow row: Int) -> Range<Int> {
    rows.index.block(holdingRow: row).rows
  }

  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool {
    if pattern.octets.isEmpty { return true }
    let block = rows.index.block(holdingRow: row)
    // The heads of transfers are rows too: where there are many of them, each block is looked through.
    if block.rows.lowerBound == 0 { return true }
    for direction in Direction.allCases {
      let log = rows.source.recording[direction]
      for needle in pattern.octets {
        let end = min(log.count, block.end.offset(direction) + needle.bytes.count - 1)
        let range = block.start.offset(direction)..<max(end, block.start.offset(direction))
        if try log.read(range, { needle.firstIndex(in: $0) }) != nil { return true }
      }
    }
    return false
  }

  func matches(_ pattern: SearchPattern, in range: Range<Int>) throws(RecordingError) -> [DocumentMatch] {
    try RowMatches.inBytes(pattern, rows(in: range), first: range.lowerBound) { rows.source.recording[$0] }
  }
}
