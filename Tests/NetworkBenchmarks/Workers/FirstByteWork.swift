import BenchmarkSupport
import Connections
import Exchanges
import Recordings

/// Measures the time to the first byte of an answer, each on a connection of its own.
///
/// Arguments: a request to the site, and how many.
struct FirstByteWork: Work {
  static let name = "first-byte"

  private let request: OutgoingRequest
  private let count: Int

  init(_ arguments: [String]) throws {
    guard arguments.count == SiteRequest.argumentCount + 1, let count = arguments.last.flatMap({ Int($0) }) else {
      throw MeasurementFailure("\(Self.name) takes a request and a count.")
    }
    var request = try SiteRequest.make(
      arguments.prefix(SiteRequest.argumentCount), fields: "Connection: close\r\n")
    request.options.tls.resumes = false
    self.request = request
    self.count = count
  }

  func run() async throws -> [String: Double] {
    var times = Samples()
    try await WatchedService.with { service in
      for number in 0..<count {
        let timings = try await service.exchange(request, UInt64(number)).timings
        if let firstByte = timings.firstByte { times.add(firstByte.milliseconds(since: timings.started)) }
      }
    }
    return ["median": times.median]
  }
}
