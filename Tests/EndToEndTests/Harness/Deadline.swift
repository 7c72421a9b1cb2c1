import Foundation

/// Waits for conditions, never for a time.
///
/// The limit is no expectation of speed: it only ends a test that would otherwise wait for ever.
enum Deadline {
  static let limit = Duration.seconds(
    ProcessInfo.processInfo.environment["BAREWIRE_TEST_LIMIT"].flatMap(Int.init) ?? 60)

  /// Asks again and again until there is an answer.
  static func poll<Answer>(
    _ what: String, within limit: Duration = limit, _ ask: () async throws -> Answer?,
    otherwise explain: () async -> String = { "" }
  ) async throws -> Answer {
    let end = ContinuousClock.now + limit
    while true {
      if let answer = try await ask() { return answer }
      guard ContinuousClock.now < end else {
        throw HarnessFailure("Waited \(limit) for \(what). \(await explain())")
      }
      try await Task.sleep(for: .milliseconds(15))
    }
  }
}
