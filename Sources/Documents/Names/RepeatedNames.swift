import Recordings

/// Names that an object of JSON has more than once (RFC 8259 §4), of one content.
///
/// They are found on a way of its own through the content, behind the one that makes rows, once for all documents of
/// it. Bounded: names of open objects are kept as hashes, so many together, and so many findings. What has the same
/// hash is read again and compared before it is told.
final class RepeatedNames {
  /// Findings that are kept; then it ends.
  static let limit = 1000

  /// In the order of their second places.
  private(set) var found: [OpenNames.Candidate] = []
  private var walker: JSONRows
  private var names = OpenNames()
  /// How much a source held that could not be read to its end, as one that was cut.
  private var unreadable = -1

  init(_ form: JSONRows.Form) {
    walker = JSONRows(form)
  }

  /// Whether the way leads on through what has come.
  func hasMore(in source: ContentSource) -> Bool {
    found.count < Self.limit && walker.position < source.count && source.count != unreadable
  }

  /// Walks on by about `budget` bytes; false when there is nothing more to do with what the source holds.
  func advance(_ source: ContentSource, budget: Int) throws(RecordingError) -> Bool {
    guard hasMore(in: source) else { return false }
    let before = walker.position
    try walker.walk(source, budget: budget, into: &names)
    names.settle(depth: walker.depth)
    for candidate in names.takeCandidates() where found.count < Self.limit {
      if try isSame(candidate, in: source) { found.append(candidate) }
    }
    if walker.position == before { unreadable = source.count }
    return hasMore(in: source)
  }

  /// What there is to say of the row that shows a range of the content.
  func remark(on range: Range<Int>, in source: ContentSource) throws(RecordingError) -> RowRemark? {
    var low = 0
    var high = found.count
    while low < high {
      let middle = (low + high) / 2
      if found[middle].second < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < found.count, found[low].second < range.upperBound else { return nil }
    let name = try JSONRows.name(at: found[low].second, in: source)
    let shown = name.count > 40 ? name.prefix(39) + "…" : name[...]
    return RowRemark(
      text: "“\(shown)” stands twice in this object, first at byte \(found[low].first) (RFC 8259 §4)",
      role: .diagnosticWarning)
  }

  /// How many were found, and whether that is all, in words; nil where there is nothing to tell.
  var note: String? {
    var notes: [String] = []
    switch found.count {
    case 0: break
    case 1: notes.append("▲ 1 name stands twice in its object")
    case Self.limit: notes.append("▲ \(Self.limit) names and more stand twice in their object")
    default: notes.append("▲ \(found.count) names stand twice in their object")
    }
    if names.isIncomplete { notes.append("not all names were compared") }
    return notes.isEmpty ? nil : notes.joined(separator: ", ")
  }

  private func isSame(_ candidate: OpenNames.Candidate, in source: ContentSource) throws(RecordingError) -> Bool {
    let name = try JSONRows.name(at: candidate.second, in: source)
    // What is no text may be different and read the same.
    guard !name.unicodeScalars.contains("\u{FFFD}") else { return false }
    return try JSONRows.name(at: candidate.first, in: source).utf8.elementsEqual(name.utf8)
  }
}
