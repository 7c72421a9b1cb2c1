import Glibc
import Recordings
import Subprocess
import Synchronization
import SystemPackage

/// A shell command as a filter: content goes to its standard input, what it writes is the result.
///
/// `/bin/sh` runs it whatever the person's own shell is, so that a command means the same everywhere. It has a session of
/// its own: no terminal that it could read or write, and one process group for all of a pipeline. What it leaves running
/// in the background when it has ended goes on, as behind any shell; what is stopped is stopped with all that it began.
final class CommandFilter: Sendable {
  /// More content, decoded, from a position on: empty where no more has come yet, nil at its end.
  typealias Content = @Sendable (_ position: Int) async throws(DocumentError) -> [UInt8]?

  /// A pipe whose reader has gone is an error for its writer, not the end of the program.
  private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// How long processes have to end by themselves.
  private static let grace = Duration.milliseconds(100)

  private let command: String
  private let result: FilteredContent
  private let content: Content
  private let waitForMore: @Sendable () async -> Void
  /// Bytes of content that the command has taken.
  private let taken = Atomic(0)

  init(
    _ command: String, result: FilteredContent, content: @escaping Content,
    waitForMore: @escaping @Sendable () async -> Void
  ) {
    self.command = command
    self.result = result
    self.content = content
    self.waitForMore = waitForMore
  }

  /// Runs the command to its end, or until the task is cancelled; `grown` is called whenever more came.
  ///
  /// A command that does not read all of its input, or reads while the body arrives, is as good as any other.
  func run(grown: @escaping @Sendable () -> Void) async -> FilterEnding {
    Self.ignoresBrokenPipes
    var complaint = CommandComplaint()
    var problem: String?
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: Self.grace)
    ]
    tell()
    do {
      let outcome = try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", command], platformOptions: options, input: .inputWriter,
        output: .sequence, error: .sequence
      ) { execution in
        let (complaint, failure) = await self.pump(execution, grown: grown)
        if Task.isCancelled || failure != nil { await Self.end(execution) }
        return (complaint, failure)
      }
      complaint = outcome.closureResult.0
      problem = outcome.closureResult.1?.message ?? complaint.problem(outcome.terminationStatus)
    } catch {
      problem = "The command could not be started: \(Self.reason(error))"
    }
    if Task.isCancelled || result.wasCancelled { problem = DocumentError.cancelled.message }
    result.tell(words)
    result.end(problem)
    return FilterEnding(words: words + (problem == nil ? complaint.remark : ""), problem: problem)
  }

  // MARK: Its three streams

  private enum Part: Sendable {
    case fed, printed
    case complained(CommandComplaint)
  }

  /// Feeds the command and takes what it writes, each at the speed of the slower side, until all of it has ended.
  private func pump(
    _ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>, grown: @escaping @Sendable () -> Void
  ) async -> (CommandComplaint, DocumentError?) {
    var complaint = CommandComplaint()
    do {
      try await withThrowingTaskGroup(of: Part.self) { group in
        group.addTask {
          try await self.feed(execution.standardInputWriter, of: execution.processIdentifier, grown: grown)
          return .fed
        }
        group.addTask {
          try await self.take(execution.standardOutput, grown: grown)
          return .printed
        }
        group.addTask { .complained(try await CommandComplaint(reading: execution.standardError)) }
        for try await part in group {
          if case .complained(let said) = part { complaint = said }
        }
      }
      return (complaint, nil)
    } catch let error as DocumentError {
      return (complaint, error)
    } catch {
      return (complaint, Task.isCancelled ? .cancelled : nil)
    }
  }

  private func feed(
    _ input: StandardInputWriter, of process: ProcessIdentifier, grown: @Sendable () -> Void
  ) async throws {
    var position = 0
    while !Task.isCancelled, !result.wasCancelled, let bytes = try await content(position) {
      if bytes.isEmpty {
        if Self.hasEnded(process) { break }
        await waitForMore()
        continue
      }
      // A command that has read enough has closed its input, as `head` does.
      guard let written = try? await input.write(bytes), written == bytes.count else { break }
      position += written
      taken.store(position, ordering: .relaxed)
      tell()
      grown()
    }
    try? await input.finish()
  }

  private func take(_ output: SubprocessOutputSequence, grown: @Sendable () -> Void) async throws {
    for try await buffer in output {
      if result.wasCancelled { throw DocumentError.cancelled }
      try buffer.withUnsafeBytes { bytes throws(DocumentError) in try result.append(bytes) }
      tell()
      grown()
    }
  }

  // MARK: Its processes

  /// Ends the whole process group: what does not end by itself is killed.
  ///
  /// The group is still there, because its first process has not been waited for.
  private static func end(_ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>) async {
    try? execution.send(signal: .terminate, toProcessGroup: true)
    // Not the task of the filter, which may be cancelled: it would not wait.
    await Task { try? await Task.sleep(for: grace) }.value
    try? execution.send(signal: .kill, toProcessGroup: true)
  }

  /// Whether it has ended and only waits to be waited for.
  private static func hasEnded(_ process: ProcessIdentifier) -> Bool {
    var state = siginfo_t()
    return waitid(P_PID, id_t(process.value), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_signo == SIGCHLD
  }

  private static func reason(_ error: any Error) -> String {
    guard let errno = (error as? SubprocessError)?.underlyingError else { return "the system refused it." }
    return "\(SystemWords.text(for: errno.rawValue))."
  }

  // MARK: Words

  private func tell() { result.tell(words + ", running") }

  private var words: String {
    "\(ByteCount.words(result.count)) from \(ByteCount.words(taken.load(ordering: .relaxed)))"
  }
}
