import Exchanges
import Recordings

/// The document of a message's content as bytes, so many in a row, without framing and codings.
final class ContentHexDocument: Document {
  var note: String?
  var source: ContentSource
  private let direction: Direction
  private let layout: ByteRowLayout

  init(source: ContentSource, direction: Direction, bytesPerRow: Int) {
    self.source = source
    self.direction = direction
    layout = ByteRowLayout(bytesPerRow: bytesPerRow, hexComesFirst: true)
  }

  var rowCount: Int { (source.count + layout.bytesPerRow - 1) / layout.bytesPerRow }
  var indexedFraction: Double { 1 }
  var isComplete: Bool { source.isComplete }
  var extent: Int? { source.count }

  func advance(budget: Int) throws(RecordingError) -> Bool { false }

  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    let shown = bytes(of: range)
    let bytes = try source.bytes(in: shown)
    let ranges = range.map { self.bytes(of: $0..<$0 + 1) }
    let references = try source.references(of: ranges)
    return zip(ranges, references).map { place, reference in
      // Bytes that a cut recording does not hold are left out.
      let piece = (place.lowerBound - shown.lowerBound..<place.upperBound - shown.lowerBound).clamped(to: bytes.indices)
      var row = layout.row(
        prefix: HexDocument.offset(place.lowerBound, of: source.count), prefixRole: .offset, bytes: bytes[piece],
        source: ByteReference(direction: direction, range: place), marks: [], findings: [], words: [])
      // Where framing lies within a row, its bytes are not those behind its first one.
      row.source = reference?.range.count == place.count ? reference : nil
      return row
    }
  }

  func row(holding reference: ByteReference) throws(RecordingError) -> Int? {
    guard let position = try source.position(of: reference) else { return nil }
    return try row(atPosition: position)
  }

  func row(atPosition position: Int) throws(RecordingError) -> Int? {
    position < source.count ? position / layout.bytesPerRow : nil
  }

  func position(ofRow row: Int) throws(RecordingError) -> Int? { bytes(of: row..<row + 1).lowerBound }

  func block(holdingRow row: Int) -> Range<Int> {
    let first = row - row % 4096
    return first..<min(rowCount, first + 4096)
  }

  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool { true }

  private func bytes(of rows: Range<Int>) -> Range<Int> {
    min(rows.lowerBound * layout.bytesPerRow, source.count)..<min(rows.upperBound * layout.bytesPerRow, source.count)
  }
}
