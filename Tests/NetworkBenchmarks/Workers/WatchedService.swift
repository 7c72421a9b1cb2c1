import BenchmarkSupport
import Connections
import Exchanges

/// A connection service with somebody who looks at the summaries at each frame, as the program has it.
struct WatchedService {
  private let service = ConnectionService()

  /// Lets `body` use the service.
  static func with<Result>(_ body: (WatchedService) async throws -> Result) async throws -> Result {
    let watched = WatchedService()
    let looking = Task { [service = watched.service] in
      for await _ in service.changes {
        _ = await service.summaries()
        try? await Task.sleep(for: .milliseconds(16))
      }
    }
    defer { looking.cancel() }
    let result = try await body(watched)
    await watched.service.shutDown()
    return result
  }

  /// Carries an exchange that must be answered well.
  func exchange(_ request: OutgoingRequest, _ number: UInt64) async throws -> ExchangeSummary {
    let summary = await service.perform(request, as: ExchangeID(number))
    guard summary.outcome == .complete, summary.statusCode == 200 else {
      throw MeasurementFailure("An exchange ended as \(summary.outcome) with status \(summary.statusCode ?? 0).")
    }
    return summary
  }

  /// Drops exchanges that have ended.
  func forget(_ ids: [ExchangeID]) async { await service.forget(ids) }
}

extension ConnectionService {
  fileprivate func forget(_ ids: [ExchangeID]) {
    for id in ids { forget(id) }
  }
}
