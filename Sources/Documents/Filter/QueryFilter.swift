import JSONPath
import JSONText

/// A query as a filter: what it finds are members of one object, whose names are the paths.
struct QueryFilter {
  /// Bytes that are gathered before they are given to the log.
  private static let batch = 64 << 10

  let query: JSONPathQuery
  let bytes: ContentBytes
  let acceptsSequences: Bool
  let result: FilteredContent

  /// Evaluates the query to its end; `grown` is called now and then as more was found or read.
  ///
  /// What was found in words, and why that is not all if so. It takes as long as the content is large.
  func run(grown: () -> Void) -> FilterEnding {
    var gathered: [UInt8] = []
    var found = 0
    var problem: String?
    var configuration = JSONPathQuery.Configuration()
    configuration.acceptsSequences = acceptsSequences
    tell(found)
    do throws(JSONPathFailure) {
      try withoutActuallyEscaping(grown) { grown throws(JSONPathFailure) in
        var blocks = 0
        try query.forEachMatch(
          in: bytes, configuration,
          isCancelled: {
            blocks += 1
            if blocks % 32 == 0 {
              // What is rare is shown before much of it has come; where the log takes no more, the next append says so.
              if !gathered.isEmpty { try? append(&gathered) }
              tell(found)
              grown()
            }
            return result.wasCancelled
          }
        ) { (match, text) throws(JSONPathFailure) in
          // A row for each: a comma and a line end stand between them.
          if found > 0 { gathered += ",\n".utf8 }
          found += 1
          JSONText.appendQuoted(JSONText.normalizedPath(try text.steps(to: match.location)), to: &gathered)
          gathered += ": ".utf8
          try text.forEachPiece(in: match.range) { (piece) throws(JSONPathFailure) in
            gathered += piece
            if gathered.count >= Self.batch { try append(&gathered) }
          }
          return true
        }
      }
    } catch {
      problem = error.message
    }
    do throws(JSONPathFailure) {
      try append(&gathered)
    } catch {
      problem = problem ?? error.message
    }
    result.tell(Self.words(found))
    result.end(problem)
    return FilterEnding(words: Self.words(found), problem: problem)
  }

  private func append(_ gathered: inout [UInt8]) throws(JSONPathFailure) {
    let bytes = gathered
    gathered.removeAll(keepingCapacity: true)
    do throws(DocumentError) {
      try result.append(bytes)
    } catch {
      throw .unreadable(error.message)
    }
  }

  private func tell(_ found: Int) {
    result.tell("\(Self.words(found)), \(Int(bytes.fraction * 100)) % read")
  }

  private static func words(_ found: Int) -> String { found == 1 ? "1 match" : "\(found) matches" }
}
