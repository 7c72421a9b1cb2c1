import Recordings
import Synchronization

/// What a filter lets through, in a log of its own that is spooled like any other.
final class FilteredContent: Sendable {
  private struct State: ~Copyable {
    var log: ByteLog
    var progress = ""
    var isFinished = false
    var problem: String?
  }

  let filter: ContentFilter
  private let limit: Int
  private let isCancelled = Atomic(false)
  // A query is one long call on a thread of its own, which can wait for no actor.
  private let state: Mutex<State>

  /// Takes at most `limit` bytes.
  init(_ filter: ContentFilter, spool: SpoolConfiguration, limit: Int) {
    self.filter = filter
    self.limit = limit
    state = Mutex(State(log: ByteLog(spool)))
  }

  // MARK: For its readers

  /// What came through so far.
  var source: ContentSource {
    state.withLock { ContentSource(decoded: $0.log.snapshot, isComplete: $0.isFinished) }
  }

  /// How it is laid out; nil where its beginning tells.
  var layout: ContentLayout? {
    switch filter {
    case .query: .members
    case .command: nil
    }
  }

  /// Why it ended early or badly, as a sentence.
  var problem: String? { state.withLock { $0.problem } }

  /// How far it is, in words, and what it is: that may be long, and room is short.
  var note: String { state.withLock { $0.progress } + "  " + filter.text }

  /// Ends the filter soon.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  // MARK: For the filter

  var count: Int { state.withLock { $0.log.count } }

  var wasCancelled: Bool { isCancelled.load(ordering: .relaxed) }

  /// How far it is, in words.
  func tell(_ progress: String) { state.withLock { $0.progress = progress } }

  func append(_ bytes: UnsafeRawBufferPointer) throws(DocumentError) {
    let failure: DocumentError? = state.withLock { state in
      let room = limit - state.log.count
      do throws(RecordingError) {
        try state.log.append(UnsafeRawBufferPointer(rebasing: bytes.prefix(room)))
        return bytes.count > room ? .filteredTooMuch(limit: limit) : nil
      } catch {
        return .recording(error)
      }
    }
    if let failure { throw failure }
  }

  func append(_ bytes: [UInt8]) throws(DocumentError) {
    try bytes.span.bytes.withUnsafeBytes { buffer throws(DocumentError) in try append(buffer) }
  }

  /// Nothing more comes; what came stays.
  func end(_ problem: String?) {
    state.withLock { state in
      state.isFinished = true
      state.problem = problem
    }
  }
}
