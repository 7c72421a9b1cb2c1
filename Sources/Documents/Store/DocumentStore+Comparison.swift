import Exchanges
import Recordings

/// Walking from one difference of two messages to the next.
extension DocumentStore {
  /// The first row of the next difference behind a row, or before it; nil when there is none.
  ///
  /// Waits until the messages are compared, with other questions answered between.
  package func difference(
    from row: Int, in key: DocumentKey, direction: DocumentSearch.Direction
  ) async throws(DocumentError) -> Int? {
    while true {
      let documents = try documents(for: key)
      let (found, hasMore) = try reading { () throws(RecordingError) in
        let hasMore = try documents.advance(key, budget: Self.slice)
        let document = try documents.document(key) as? DifferenceDocument
        return (document?.difference(from: row, direction: direction), hasMore)
      }
      if found != nil && direction == .backward || !hasMore { return found }
      if let found, direction == .forward { return found }
      try await giveWay()
    }
  }
}
