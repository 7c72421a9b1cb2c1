import JSONPath
import JSONText
import Recordings
import Synchronization

/// What a query finds in content, in a log of its own that is spooled like any other: members of one object, whose
/// names are the paths.
final class FilteredContent: Sendable {
  private struct State: ~Copyable {
    var log: ByteLog
    var count = 0
    var isFinished = false
    var problem: String?
  }

  /// Bytes that are gathered before they are given to the log.
  private static let batch = 64 << 10

  let query: JSONPathQuery
  private let bytes: ContentBytes
  private let acceptsSequences: Bool
  private let isCancelled = Atomic(false)
  // The evaluation is one long call on a thread of its own, which can wait for no actor.
  private let state: Mutex<State>

  init(_ query: JSONPathQuery, of source: ContentSource, acceptsSequences: Bool, spool: SpoolConfiguration) {
    self.query = query
    self.acceptsSequences = acceptsSequences
    bytes = ContentBytes(source)
    state = Mutex(State(log: ByteLog(spool)))
  }

  /// What was found so far.
  var source: ContentSource {
    state.withLock { ContentSource(decoded: $0.log.snapshot, isComplete: $0.isFinished) }
  }

  /// Why it ended early, as a sentence.
  var problem: String? { state.withLock { $0.problem } }

  var count: Int { state.withLock { $0.count } }

  /// How far it is, in words.
  var note: String {
    state.withLock { state in
      let matches = state.count == 1 ? "1 match" : "\(state.count) matches"
      let progress = state.isFinished ? "" : ", \(Int(bytes.fraction * 100)) % read"
      // The query may be long, and room is short.
      return "\(matches)\(progress)  \(query.text)"
    }
  }

  /// Ends the evaluation soon.
  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
  }

  /// Evaluates the query to its end; `grown` is called now and then as more was found or read.
  func run(grown: () -> Void) {
    var gathered: [UInt8] = []
    var found = 0
    var problem: String?
    var configuration = JSONPathQuery.Configuration()
    configuration.acceptsSequences = acceptsSequences
    do throws(JSONPathFailure) {
      try withoutActuallyEscaping(grown) { grown throws(JSONPathFailure) in
        var blocks = 0
        try query.forEachMatch(
          in: bytes, configuration,
          isCancelled: {
            blocks += 1
            if blocks % 32 == 0 {
              // What is rare is shown before much of it has come; where the log takes no more, the next append says so.
              if !gathered.isEmpty { try? self.append(&gathered, count: found) }
              grown()
            }
            return self.isCancelled.load(ordering: .relaxed)
          }
        ) { (match, text) throws(JSONPathFailure) in
          // A row for each: a comma and a line end stand between them.
          if found > 0 { gathered += ",\n".utf8 }
          found += 1
          JSONText.appendQuoted(JSONText.normalizedPath(try text.steps(to: match.location)), to: &gathered)
          gathered += ": ".utf8
          try text.forEachPiece(in: match.range) { (piece) throws(JSONPathFailure) in
            gathered += piece
            if gathered.count >= Self.batch { try self.append(&gathered, count: found) }
          }
          return true
        }
      }
    } catch {
      problem = error.message
    }
    do throws(JSONPathFailure) {
      try append(&gathered, count: found)
    } catch {
      problem = problem ?? error.message
    }
    state.withLock { state in
      state.isFinished = true
      state.problem = problem
    }
  }

  private func append(_ gathered: inout [UInt8], count: Int) throws(JSONPathFailure) {
    let failure: RecordingError? = state.withLock { state in
      state.count = count
      do throws(RecordingError) {
        try state.log.append(gathered)
        return nil
      } catch {
        return error
      }
    }
    gathered.removeAll(keepingCapacity: true)
    if let failure { throw .unreadable(failure.message) }
  }
}
