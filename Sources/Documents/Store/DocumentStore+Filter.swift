import Dispatch
package import Exchanges
package import HTTPMessages
import JSONPath
import Recordings

/// Filters: documents of what a query or a command lets through of a message's content.
extension DocumentStore {
  /// Filters a message's content; the document, of the view `filtered` and with this number, grows as more comes through.
  ///
  /// Returns when the filter has come to its end, which a cancelled task brings about, with all processes of a command;
  /// what came through till then stays, until another filter takes its place. A query sees what has arrived; a command
  /// goes on as more arrives, for which `waitForMore` waits, so that the store can be told with `update`.
  package func filter(
    by filter: ContentFilter, number: Int, of kind: MessageKind, in exchange: ExchangeID,
    waitForMore: @escaping @Sendable () async -> Void
  ) async throws(DocumentError) -> FilterEnding {
    let result = try documents(of: exchange).beginFilter(filter, number: number, of: kind)
    let grown = pulse
    let ending: FilterEnding
    switch filter {
    case .query(let query):
      let filter: QueryFilter
      do throws(DocumentError) {
        filter = try await queryFilter(query, of: kind, in: exchange, into: result)
      } catch {
        result.end(error.message)
        throw error
      }
      ending = await withTaskCancellationHandler {
        // It takes as long as the content is large: not on a thread that others wait for.
        await withCheckedContinuation { continuation in
          DispatchQueue.global(qos: .utility).async {
            continuation.resume(returning: filter.run { grown.yield() })
          }
        }
      } onCancel: {
        result.cancel()
      }
    case .command(let command):
      let filter = CommandFilter(
        command, result: result,
        content: { position throws(DocumentError) in
          try await self.piece(ofContent: kind, in: exchange, from: position)
        }, waitForMore: waitForMore)
      ending = await filter.run { grown.yield() }
    }
    pulse.yield()
    return ending
  }

  private func queryFilter(
    _ query: JSONPathQuery, of kind: MessageKind, in exchange: ExchangeID, into result: FilteredContent
  ) async throws(DocumentError) -> QueryFilter {
    let source = try await decodedContent(of: kind, in: exchange)
    let documents = try documents(of: exchange)
    let form = try reading { () throws(RecordingError) in try documents.content(kind)?.mediaType.jsonForm }
    return QueryFilter(
      query: query, bytes: ContentBytes(source), acceptsSequences: form.map { $0 != .text } ?? false, result: result)
  }

  /// Some of a message's content from a position on, decoded as far as is needed; empty where no more of it has come yet,
  /// nil at its end.
  private func piece(
    ofContent kind: MessageKind, in exchange: ExchangeID, from position: Int
  ) throws(DocumentError) -> [UInt8]? {
    let documents = try documents(of: exchange)
    return try reading { () throws(RecordingError) in
      guard let content = try documents.content(kind) else { return documents.hasEnded ? nil : [] }
      while position >= content.source.count, try content.advance(budget: Self.slice) {}
      let source = content.source
      if position >= source.count { return source.isComplete ? nil : [] }
      return try source.bytes(in: position..<min(source.count, position + Self.slice))
    }
  }
}
