import Differences
import Recordings

/// The rows of one difference of two JSON texts: where it is, and the value on either side.
struct EntryRows {
  /// More of a value's bytes are not shown.
  private static let valueLimit = 512

  let before: ContentSource
  let after: ContentSource
  let isSideBySide: Bool

  /// How many rows a difference has.
  static func count(_ entry: JSONDifference.Entry, isSideBySide: Bool) -> Int {
    if entry.kind == .reordered { return 1 }
    return isSideBySide ? 2 : 1 + (entry.left == nil ? 0 : 1) + (entry.right == nil ? 0 : 1)
  }

  /// All of its rows.
  func rows(_ entry: JSONDifference.Entry) throws(RecordingError) -> [DocumentRow] {
    var words = ""
    switch entry.kind {
    case .removed, .added, .changed: break
    case .rewritten: words = "the same, written otherwise"
    case .reordered: words = "its members come in another order"
    }
    var place = DocumentRow(
      text: entry.path + (words.isEmpty ? "" : "   " + words),
      spans: [DocumentRow.Span(range: 0..<entry.path.utf8.count, role: .key)])
    if !words.isEmpty {
      place.spans.append(DocumentRow.Span(range: entry.path.utf8.count..<place.text.utf8.count, role: .note))
    }
    place.source = try reference(entry.right, in: after)
    place.otherSource = try reference(entry.left, in: before)
    if entry.kind == .reordered { return [place] }
    let (left, right) = (try value(entry.left, in: before), try value(entry.right, in: after))
    return [place] + ComparedRow.values(left, right, isSideBySide: isSideBySide)
  }

  private func reference(_ range: Range<Int>?, in source: ContentSource) throws(RecordingError) -> ByteReference? {
    guard let range else { return nil }
    return try source.references(of: [range])[0]
  }

  private func value(_ range: Range<Int>?, in source: ContentSource) throws(RecordingError) -> DocumentRow? {
    guard let range else { return nil }
    let bytes = try source.bytes(in: range.prefix(Self.valueLimit))
    let text = String(decoding: Self.compact(bytes), as: UTF8.self)
    return DocumentRow(
      text: range.count > bytes.count ? text + "… (\(ByteCount.words(range.count)))" : text,
      source: try reference(range, in: source))
  }

  /// JSON without white space between its tokens.
  private static func compact(_ bytes: [UInt8]) -> [UInt8] {
    var compact: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        continue
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      }
      compact.append(byte)
    }
    return compact
  }
}
