import Dispatch
package import Exchanges
package import HTTPMessages
package import JSONPath
import Recordings

/// Filters: documents of what a query finds in a message's content.
extension DocumentStore {
  /// Filters a message's content; the document, of the view `filtered` and with this number, grows as more is found.
  ///
  /// Returns how many matches there are, and why not all of them if that is so, when the query has come to its end,
  /// which a cancelled task brings about; what was found till then stays, until another filter takes its place.
  package func filter(
    _ query: JSONPathQuery, number: Int, of kind: MessageKind, in exchange: ExchangeID
  ) async throws(DocumentError) -> (count: Int, problem: String?) {
    let source = try await decodedContent(of: kind, in: exchange)
    let documents = try documents(of: exchange)
    let filtered = try reading { () throws(RecordingError) in
      try documents.beginFilter(query, number: number, of: kind, source: source)
    }
    let grown = pulse
    await withTaskCancellationHandler {
      // It takes as long as the content is large: not on a thread that others wait for.
      await withCheckedContinuation { continuation in
        DispatchQueue.global(qos: .utility).async {
          filtered.run { grown.yield() }
          continuation.resume()
        }
      }
    } onCancel: {
      filtered.cancel()
    }
    pulse.yield()
    return (filtered.count, filtered.problem)
  }
}
