import BenchmarkSupport
import Connections
import Exchanges

/// Sends the same request again and again.
///
/// Arguments: a request to the site, how many are under way at once, and seconds.
struct RequestsWork: Work {
  static let name = "requests"

  /// So many ended exchanges of each that is under way are forgotten at once.
  private static let history = 16

  private let request: OutgoingRequest
  private let count: Int
  private let seconds: Double

  init(_ arguments: [String]) throws {
    guard arguments.count == SiteRequest.argumentCount + 2, let count = Int(arguments[SiteRequest.argumentCount]),
      let seconds = Double(arguments[SiteRequest.argumentCount + 1])
    else { throw MeasurementFailure("\(Self.name) takes a request, a count and seconds.") }
    request = try SiteRequest.make(arguments.prefix(SiteRequest.argumentCount))
    self.count = count
    self.seconds = seconds
  }

  func run() async throws -> [String: Double] {
    try await WatchedService.with { service in
      // Connected before the clock starts, as the others are.
      _ = try await service.exchange(request, 0)
      let began = Moment.now
      let answered = try await withThrowingTaskGroup(of: Int.self) { group in
        for lane in 0..<count {
          group.addTask { [request, seconds] in
            var answered = 0
            var ended: [ExchangeID] = []
            while began.seconds < seconds {
              answered += 1
              ended.append(try await service.exchange(request, UInt64(lane + 1) << 32 | UInt64(answered)).id)
              if ended.count == Self.history {
                await service.forget(ended)
                ended = []
              }
            }
            return answered
          }
        }
        return try await group.reduce(0, +)
      }
      return ["rate": Double(answered) / began.seconds]
    }
  }
}
