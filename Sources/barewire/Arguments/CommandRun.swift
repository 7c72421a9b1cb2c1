import ArgumentParser
import Glibc
import Headless

/// Runs a command that ends with an exit status, and turns errors into a sentence and a status.
enum CommandRun {
  /// Never returns normally: throws the status, for the root to exit with.
  ///
  /// With `cancelledBySignals` a first Ctrl-C cancels the task that `body` runs in; else it ends the process.
  static func toExit(
    cancelledBySignals: Bool = false, _ body: @escaping @Sendable () async throws -> CommandStatus
  ) async throws {
    let status: CommandStatus
    do {
      status = cancelledBySignals ? try await cancelling(body) : try await body()
    } catch InputFailure<OutputError>.input(let error) {
      status = failed(error.description)
    } catch InputFailure<OutputError>.body(let error) {
      status = ended(error)
    } catch let error as OutputError {
      status = ended(error)
    } catch let error as any CustomStringConvertible {
      status = failed(error.description)
    }
    throw ExitCode(status.rawValue)
  }

  private static func cancelling(
    _ body: @escaping @Sendable () async throws -> CommandStatus
  ) async throws -> CommandStatus {
    let running = Task { try await body() }
    let signals = EndingSignals()
    let waiting = Task {
      await signals.next()
      running.cancel()
    }
    defer { waiting.cancel() }
    return try await running.value
  }

  private static func failed(_ sentence: String) -> CommandStatus {
    StandardError.write("barewire: \(sentence)")
    return .usage
  }

  /// A reader that went away is no failure worth a word.
  private static func ended(_ error: OutputError) -> CommandStatus {
    error == .closed ? .success : failed(error.description)
  }
}
