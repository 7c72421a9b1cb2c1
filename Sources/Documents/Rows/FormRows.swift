/// Rows of a form's content (`application/x-www-form-urlencoded`): one pair a row, as it was sent.
struct FormRows: ContentWalker {
  private(set) var position = 0
  private(set) var isContinuation = false
  private var rowLength = 0
  private var isInName = true

  var isRowEmpty: Bool { rowLength == 0 }

  mutating func take<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    var index = 0
    while index < bytes.count {
      if rowLength >= RowRoom.limit, !endRow(isContinued: true, into: &sink) { return false }
      let end = min(bytes.count, index + RowRoom.limit - rowLength)
      let start = index
      while index < end, !Self.isMark(bytes[index], isInName: isInName) { index += 1 }
      put(bytes, start..<index, isInName ? .key : .string, into: &sink)
      guard index < end else { continue }
      let isPairEnd = bytes[index] != UInt8(ascii: "=")
      put(bytes, index..<index + 1, .punctuation, into: &sink)
      index += 1
      isInName = isPairEnd
      if isPairEnd, !endRow(isContinued: false, into: &sink) { return false }
    }
    return true
  }

  mutating func finish<Sink: RowSink<Self>>(into sink: inout Sink) {
    if !isRowEmpty { _ = endRow(isContinued: false, into: &sink) }
  }

  private static func isMark(_ byte: UInt8, isInName: Bool) -> Bool {
    byte == UInt8(ascii: "&") || byte == 0x0A || (isInName && byte == UInt8(ascii: "="))
  }

  private mutating func put<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ role: TextRole, into sink: inout Sink
  ) {
    if range.isEmpty { return }
    sink.append(UnsafeRawBufferPointer(rebasing: bytes[range]), at: position, role: role)
    position += range.count
    rowLength += range.count
  }

  private mutating func endRow<Sink: RowSink<Self>>(isContinued: Bool, into sink: inout Sink) -> Bool {
    rowLength = 0
    isContinuation = isContinued
    return sink.endRow(next: self)
  }
}
