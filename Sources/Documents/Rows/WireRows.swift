import Exchanges
import Glibc
import HTTPMessages
import Recordings

/// Rows of the timeline: each transfer's head, then its bytes, a row for each line or for so many bytes, then findings.
struct WireRows: RowWalker {
  typealias Source = WireSource

  /// The transfer under way.
  var transfer: Int
  /// Whether the row that heads the transfer has been made.
  var isHeaded = false
  /// The next byte of each direction.
  private var sent: Int
  private var received: Int
  /// The next finding of each direction.
  private var sentFinding = 0
  private var receivedFinding = 0
  /// The next transfer of the layer below.
  private var cipherTransfer: Int
  /// How many rows of that transfer have been made: its head, then two for each record that ends in it.
  private var cipherRow = 0
  /// The next record of each direction.
  private var sentRecord = 0
  private var receivedRecord = 0
  /// Over HTTP/2 where each direction stands among its frames.
  var sentFrames: FrameWalk?
  var receivedFrames: FrameWalk?
  private let origin: Int

  /// Stands before the first transfer of an exchange.
  init(_ source: WireSource) throws(RecordingError) {
    transfer = source.firstTransfer
    cipherTransfer = source.firstCipherTransfer
    sent = source.sent.range.lowerBound
    received = source.received.range.lowerBound
    origin = sent + received
    if let frames = source.frames {
      sentFrames = FrameWalk(frames.sent.reader, stream: frames.stream)
      receivedFrames = FrameWalk(frames.received.reader, stream: frames.stream)
    }
    guard let cipher = source.cipher, let records = source.records, cipherTransfer < cipher.transfers.count else {
      return
    }
    let before = try cipher.transfers.counts(before: cipherTransfer)
    sentRecord = try records.sent.firstNumber(endingAfter: before.sent)
    receivedRecord = try records.received.firstNumber(endingAfter: before.received)
  }

  var position: Int { sent + received - origin }
  var isRowEmpty: Bool { true }
  var isContinuation: Bool { false }

  static func extent(of source: WireSource) -> Int { source.sent.range.count + source.received.range.count }
  static func isComplete(_ source: WireSource) -> Bool { source.isComplete }

  /// The next byte of a direction.
  func offset(_ direction: Direction) -> Int { direction == .sent ? sent : received }

  mutating func walk<Sink: RowSink<Self>>(
    _ source: WireSource, budget: Int, into sink: inout Sink
  ) throws(RecordingError) {
    let end = position + budget
    let count = source.recording.transfers.count
    while transfer < count, position < min(end, Self.extent(of: source)) {
      let batch = try source.recording.transfers.transfers(in: transfer..<min(count, transfer + 256))
      for next in batch {
        if !isHeaded, try !showCipher(source, before: next, into: &sink) { return }
        if try !walk(next, source, until: end, into: &sink) { return }
      }
    }
  }

  mutating func finish<Sink: RowSink<Self>>(
    _ source: WireSource, into sink: inout Sink
  ) throws(RecordingError) {
    _ = try showCipher(source, before: nil, into: &sink)
  }

  /// Makes a row for each transfer of the layer below that came before one of this layer, or for all that are left.
  private mutating func showCipher<Sink: RowSink<Self>>(
    _ source: WireSource, before plain: Transfer?, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    guard let cipher = source.cipher else { return true }
    while cipherTransfer < cipher.transfers.count {
      let next = try cipher.transfers.transfer(at: cipherTransfer)
      if let plain {
        // What comes is read below first; what goes is written here first.
        let isLater = next.time == plain.time ? next.direction == .sent : next.time > plain.time
        if isLater { return true }
      } else if let ended = source.ended, next.time > ended {
        return true
      }
      if try !show(next, source, into: &sink) { return false }
    }
    return true
  }

  /// Makes the rows of a transfer of the layer below; false when the sink wants no more.
  private mutating func show<Sink: RowSink<Self>>(
    _ cipher: Transfer, _ source: WireSource, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    let isSent = cipher.direction == .sent
    let first = isSent ? sentRecord : receivedRecord
    let end =
      try source.records?[cipher.direction].firstNumber(endingAfter: cipher.range.upperBound, from: first) ?? first
    let count = 1 + 2 * max(0, end - first)
    while cipherRow < count {
      let row = cipherRow
      cipherRow += 1
      if cipherRow == count {
        cipherRow = 0
        cipherTransfer += 1
        if isSent { sentRecord = max(first, end) } else { receivedRecord = max(first, end) }
      }
      if sink.wantsWords {
        let words =
          row == 0
          ? RecordRowText.head(of: cipher, records: first..<max(first, end), source)
          : try RecordRowText.row(first + (row - 1) / 2, isHeader: row.isMultiple(of: 2), of: cipher, source)
        sink.append(row: words)
      }
      if !sink.endRow(next: self) { return false }
      if row == count - 1 { return true }
    }
    return true
  }

  /// Walks through one transfer; false when the budget is used up or the sink wants no more.
  private mutating func walk<Sink: RowSink<Self>>(
    _ next: Transfer, _ source: WireSource, until end: Int, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    let direction = next.direction
    let parts = source.parts(direction)
    let shown = next.range.clamped(to: parts.range)
    if shown.isEmpty || offset(direction) >= shown.upperBound {
      if try !tellFindings(source, direction, into: &sink) { return false }
      transfer += 1
      isHeaded = false
      return true
    }
    if !isHeaded {
      isHeaded = true
      // A direction's bytes that belong to no exchange are passed over.
      advance(direction, to: max(offset(direction), shown.lowerBound))
      if sink.wantsWords {
        let summary = try summary(of: shown, direction, source)
        sink.append(row: WireRowText.head(of: next, shown: shown, summary: summary, source))
      }
      if !sink.endRow(next: self) { return false }
    }
    if source.frames != nil {
      guard try walkFrames(in: shown, direction, source, until: end, into: &sink) else { return false }
      transfer += 1
      isHeaded = false
      return true
    }
    var runs: [MessageParts.Run] = []
    var known = 0..<0
    while offset(direction) < shown.upperBound {
      if position >= end { return false }
      let start = offset(direction)
      let piece = start..<min(shown.upperBound, start + (64 << 10))
      if sink.wantsWords {
        known = start..<min(shown.upperBound, start + 4096)
        runs = try parts.runs(in: known)
        let findings = source.findings(direction).filter { $0.touches(known) }
        let bytes = try parts.log.bytes(in: known)
        let goesOn = try bytes.span.bytes.withUnsafeBytes { bytes throws(RecordingError) in
          try walk(bytes, at: known, shown, source, direction, runs, findings, into: &sink)
        }
        if !goesOn { return false }
      } else {
        let goesOn = try parts.log.read(piece) { bytes throws(RecordingError) in
          try walk(bytes, at: piece, shown, source, direction, [], [], into: &sink)
        }
        if !goesOn { return false }
      }
    }
    if try !tellFindings(source, direction, into: &sink) { return false }
    transfer += 1
    isHeaded = false
    return true
  }

  private func summary(
    of shown: Range<Int>, _ direction: Direction, _ source: WireSource
  ) throws(RecordingError) -> String {
    if let frames = try frameSummary(of: shown, direction, source) { return frames }
    return try source.parts(direction).summary(of: shown)
  }

  /// Makes the rows that lie wholly in `bytes`, of which there is at least one.
  mutating func walk<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, at range: Range<Int>, _ shown: Range<Int>, _ source: WireSource,
    _ direction: Direction, _ runs: [MessageParts.Run], _ findings: [Finding], into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let wantedWords = sink.wantsWords
    var index = 0
    var firstRun = 0
    while index < bytes.count {
      // Words need the parts of the bytes: the caller begins again here with them.
      if sink.wantsWords != wantedWords { return true }
      if try !tellFindings(source, direction, into: &sink) { return false }
      let room = min(source.bytesPerRow, bytes.count - index)
      var length = room
      if let found = memchr(base + index, 0x0A, room) { length = UnsafeRawPointer(found) - (base + index) + 1 }
      // The rest of the row may not have been read: it comes with the next piece.
      if length == room, room < source.bytesPerRow, range.upperBound < shown.upperBound,
        bytes[index + length - 1] != 0x0A
      {
        return true
      }
      let row = range.lowerBound + index..<range.lowerBound + index + length
      if sink.wantsWords {
        while firstRun < runs.count, runs[firstRun].range.upperBound <= row.lowerBound { firstRun += 1 }
        let shownBytes = [UInt8](bytes[index..<index + length])
        sink.append(
          row: WireRowText.bytes(
            shownBytes[...], at: row, direction, runs[firstRun...], findings.filter { $0.touches(row) }, source))
      }
      advance(direction, to: row.upperBound)
      if !sink.endRow(next: self) { return false }
      index += length
    }
    return true
  }

  /// Makes a row for each finding before the next byte of a direction.
  mutating func tellFindings<Sink: RowSink<Self>>(
    _ source: WireSource, _ direction: Direction, into sink: inout Sink
  ) throws(RecordingError) -> Bool {
    let findings = source.findings(direction)
    while true {
      let index = direction == .sent ? sentFinding : receivedFinding
      guard index < findings.count, findings[index].offset < offset(direction) else { return true }
      if direction == .sent { sentFinding += 1 } else { receivedFinding += 1 }
      if sink.wantsWords { sink.append(row: DiagnosticText.row(for: findings[index], direction)) }
      if !sink.endRow(next: self) { return false }
    }
  }

  mutating func advance(_ direction: Direction, to offset: Int) {
    if direction == .sent { sent = offset } else { received = offset }
  }
}
