import HTTPMessages

/// Parts that follow each other, held back until it is known what was found in them.
struct DumpSection {
  private(set) var parts: [DumpPart] = []
  private(set) var bytes: [UInt8] = []
  private let layout: DumpLayout
  /// The last part is content or leftover, of which more may come.
  private(set) var isOpen = false
  /// The last bytes of the open part.
  private var tail: [UInt8] = []

  init(_ layout: DumpLayout) {
    self.layout = layout
  }

  var isEmpty: Bool { parts.isEmpty }

  /// Adds a part that is complete.
  mutating func add(_ part: MessagePart, _ range: Range<Int>, _ stream: StreamBytes) {
    close()
    let start = bytes.count
    let (head, tail) = stream.append(range, to: &bytes)
    parts.append(
      DumpPart(
        part: part, start: range.lowerBound, count: range.count, bytesStart: start, headCount: head, tailCount: tail))
  }

  /// Adds a piece of content or of leftover to the last part, or begins one with it.
  mutating func gather(_ part: MessagePart, _ range: Range<Int>, _ stream: StreamBytes) {
    if !isOpen || parts.last?.part != part {
      close()
      parts.append(
        DumpPart(part: part, start: range.lowerBound, count: 0, bytesStart: bytes.count, headCount: 0))
      isOpen = true
    }
    let last = parts.count - 1
    parts[last].count += range.count
    let wanted = layout.showsAll ? range.count : min(range.count, layout.headCount - parts[last].headCount)
    if wanted > 0 {
      parts[last].headCount += stream.append(range.lowerBound..<range.lowerBound + wanted, to: &bytes).head
    }
    guard wanted < range.count else { return }
    let end = max(range.upperBound - layout.tailCount, range.lowerBound + wanted)..<range.upperBound
    _ = stream.append(end, to: &tail)
    if tail.count > layout.tailCount { tail.removeFirst(tail.count - layout.tailCount) }
  }

  /// Ends the part that came in pieces.
  mutating func close() {
    guard isOpen else { return }
    isOpen = false
    let last = parts.count - 1
    bytes.append(contentsOf: tail)
    if parts[last].headCount + tail.count == parts[last].count {
      parts[last].headCount = parts[last].count
    } else {
      parts[last].tailCount = tail.count
    }
    tail.removeAll(keepingCapacity: true)
  }

  /// Forgets everything; of an open part all but the bytes that do not fill a row.
  mutating func removeAll() {
    guard isOpen, let last = parts.last, layout.showsAll else {
      close()
      parts.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
      return
    }
    let rest = last.count % layout.bytesPerRow
    let kept = bytes.suffix(rest)
    bytes = Array(kept)
    parts = [DumpPart(part: last.part, start: last.end - rest, count: rest, bytesStart: 0, headCount: rest)]
  }
}
