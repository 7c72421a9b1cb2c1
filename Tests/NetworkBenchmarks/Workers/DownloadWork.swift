import BenchmarkSupport
import Connections
import Exchanges

/// Receives a body into a recording, as the program does it.
///
/// Arguments: a request to the site.
struct DownloadWork: Work {
  static let name = "download"

  private let request: OutgoingRequest

  init(_ arguments: [String]) throws {
    request = try SiteRequest.make(arguments)
  }

  func run() async throws -> [String: Double] {
    try await WatchedService.with { ["bytes": Double(try await $0.exchange(request, 1).contentBytes)] }
  }
}
