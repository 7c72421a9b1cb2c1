import JSONText
import Recordings

/// Where the value of a row stands.
extension JSONRows {
  /// The place of the value on the row that begins here; of a closing bracket, of what it closes.
  func path(
    of row: DocumentRow, at range: Range<Int>, in source: ContentSource
  ) throws(RecordingError) -> ValuePath {
    let levels = min(closes(row) ? max(0, depth - 1) : depth, Self.placedDepth)
    var steps: [JSONStep] = []
    for level in 0..<levels {
      let isInnermost = level == depth - 1 && !row.isContinuation
      guard kinds[level >> 6] & (UInt64(1) << UInt64(level & 63)) != 0 else {
        steps.append(.index(members[level]))
        continue
      }
      let place = isInnermost && row.spans.first?.role == .key ? range.lowerBound : members[level]
      if place >= 0 { steps.append(.name(try Self.name(at: place, in: source))) }
    }
    let number = depth == 0 && expectation == .end ? texts + 1 : texts
    return ValuePath(steps, text: acceptsSequence ? number : nil, isCut: depth > Self.placedDepth)
  }

  /// Whether the row that begins here begins with a closing bracket.
  func closes(_ row: DocumentRow) -> Bool {
    let first = row.text.utf8.first { $0 != 0x20 }
    return !row.isContinuation && (first == UInt8(ascii: "}") || first == UInt8(ascii: "]"))
  }

  /// The name that begins with the quote at a place, escapes undone.
  static func name(at place: Int, in source: ContentSource) throws(RecordingError) -> String {
    let bytes = try source.bytes(in: place..<min(source.count, place + OpenNames.nameLength + 2))
    var end = 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    guard end < bytes.count else { return String(decoding: bytes.dropFirst(), as: UTF8.self) + "…" }
    let token = JSONToken(kind: .key, range: 0..<end + 1, depth: 0, hasEscapes: true)
    return bytes.withUnsafeBytes { JSONText.string(of: token, in: $0) }
  }
}
