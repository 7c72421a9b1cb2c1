import Recordings

/// The document of a message's bytes, head and content, so many in a row: all of it by counting.
final class HexDocument: Document {
  var note: String?
  private var parts: MessageParts
  private var findings: [Finding]
  private(set) var isComplete: Bool
  private let layout: ByteRowLayout

  init(parts: MessageParts, isComplete: Bool, bytesPerRow: Int) {
    self.parts = parts
    findings = parts.findings()
    self.isComplete = isComplete
    layout = ByteRowLayout(bytesPerRow: bytesPerRow, hexComesFirst: true)
  }

  var rowCount: Int { (parts.range.count + layout.bytesPerRow - 1) / layout.bytesPerRow }
  var indexedFraction: Double { 1 }
  var extent: Int? { parts.range.count }

  func update(parts: MessageParts, isComplete: Bool) {
    self.parts = parts
    findings = parts.findings()
    self.isComplete = isComplete
  }

  func advance(budget: Int) throws(RecordingError) -> Bool { false }

  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    let shown = bytes(of: range)
    let bytes = try parts.log.bytes(in: shown)
    let runs = try parts.runs(in: shown)
    let findings = findings.filter { $0.touches(shown) }
    var firstRun = 0
    return range.map { number in
      let source = self.bytes(of: number..<number + 1)
      while firstRun < runs.count, runs[firstRun].range.upperBound <= source.lowerBound { firstRun += 1 }
      return layout.row(
        prefix: Self.offset(number * layout.bytesPerRow, of: parts.range.count), prefixRole: .offset,
        bytes: bytes[source.lowerBound - shown.lowerBound..<source.upperBound - shown.lowerBound],
        source: ByteReference(direction: parts.direction, range: source),
        runs: runs[firstRun...], findings: findings.filter { $0.touches(source) }, namesFindings: true)
    }
  }

  /// The offset before a row, as wide as the last one of so many bytes.
  static func offset(_ offset: Int, of count: Int) -> String {
    let digits = String(offset, radix: 16)
    return String(repeating: "0", count: max(8, String(count, radix: 16).count) - digits.count) + digits + "  "
  }

  func row(holding reference: ByteReference) throws(RecordingError) -> Int? {
    guard reference.direction == parts.direction, parts.range.contains(reference.range.lowerBound) else { return nil }
    return (reference.range.lowerBound - parts.range.lowerBound) / layout.bytesPerRow
  }

  func row(atPosition position: Int) throws(RecordingError) -> Int? {
    position < parts.range.count ? position / layout.bytesPerRow : nil
  }

  func block(holdingRow row: Int) -> Range<Int> {
    let first = row - row % 4096
    return first..<min(rowCount, first + 4096)
  }

  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool {
    if pattern.octets.isEmpty { return true }
    let shown = bytes(of: block(holdingRow: row))
    for needle in pattern.octets {
      let range = shown.lowerBound..<min(parts.log.count, shown.upperBound + needle.bytes.count - 1)
      if try parts.log.read(range, { needle.firstIndex(in: $0) }) != nil { return true }
    }
    return false
  }

  func matches(_ pattern: SearchPattern, in range: Range<Int>) throws(RecordingError) -> [DocumentMatch] {
    let log = parts.log
    return try RowMatches.inBytes(pattern, rows(in: range), first: range.lowerBound) { _ in log }
  }

  private func bytes(of rows: Range<Int>) -> Range<Int> {
    let start = parts.range.lowerBound
    return min(
      start + rows.lowerBound * layout.bytesPerRow, parts.range.upperBound)..<min(
        start + rows.upperBound * layout.bytesPerRow, parts.range.upperBound)
  }
}
