import JSONText

@testable import JSONPath

/// What holds of a JSONPath query, which is the first line, and what it finds in the rest.
enum QueryProperties {
  /// What was found, up to an error.
  private struct Finding: Equatable {
    var paths: [String] = []
    var ranges: [Range<Int>] = []
    var failure: JSONPathFailure?
  }

  static func hold(_ input: DocumentInput) throws(BrokenProperty) {
    let (line, text) = input.line
    let written = String(decoding: line, as: UTF8.self)
    let query: JSONPathQuery
    do throws(JSONPathError) {
      query = try JSONPathQuery(written)
    } catch {
      try input.hold(error.offset >= 0 && error.offset <= written.utf8.count, "an error at \(error.offset)")
      return
    }
    let found = find(query, in: text, heldLimit: 1 << 16, blockSize: 1 << 16)
    for range in found.ranges {
      try input.hold(range.lowerBound >= 0 && range.upperBound <= text.count && !range.isEmpty, "\(range)")
    }
    let isJSON = JSONText.check(text) == nil
    for (heldLimit, blockSize) in [(1, 7), (2, 64), (5, 3)] {
      let again = find(query, in: text, heldLimit: heldLimit, blockSize: blockSize)
      // How much is found before an error, and whether it is read at all, depends on what is held.
      if found.failure != nil || again.failure != nil, !isJSON { continue }
      try input.hold(again == found, "held \(heldLimit), blocks of \(blockSize): \(again) instead of \(found)")
    }
    // Where a value stands is a query that finds it.
    guard found.failure == nil, let path = found.paths.first, let range = found.ranges.first else { return }
    let way = try input.hold("the path \(path)") { () throws(JSONPathError) in try JSONPathQuery(path) }
    let back = find(way, in: text, heldLimit: 1 << 16, blockSize: 1 << 16)
    try input.hold(back.ranges.contains(range), "\(path) finds \(back.ranges), not \(range)")
  }

  private static func find(_ query: JSONPathQuery, in text: [UInt8], heldLimit: Int, blockSize: Int) -> Finding {
    var configuration = JSONPathQuery.Configuration()
    configuration.heldLimit = heldLimit
    configuration.blockSize = blockSize
    var found = Finding()
    do throws(JSONPathFailure) {
      try query.forEachMatch(in: JSONBytesInMemory(text), configuration) { match, _ in
        found.paths.append(JSONText.normalizedPath(match.location.named { Array(text[$0]) }))
        found.ranges.append(match.range)
        return true
      }
    } catch {
      found.failure = error
    }
    return found
  }
}
