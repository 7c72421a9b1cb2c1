import BenchmarkSupport
import Connections
import Exchanges
import Glibc
import Recordings

/// Receives a body into a recording, as the program does it: with somebody who looks at the summaries at each frame.
///
/// Arguments: the port on the loopback address and the target.
struct DownloadWork: Work {
  static let name = "download"

  private let request: OutgoingRequest

  init(_ arguments: [String]) throws {
    guard arguments.count == 2, let port = Int(arguments[0]) else {
      throw MeasurementFailure("\(Self.name) takes a port and a target.")
    }
    request = Self.request(port: port, target: arguments[1])
  }

  static func request(port: Int, target: String) -> OutgoingRequest {
    OutgoingRequest(
      endpoint: Endpoint(scheme: .http, host: "127.0.0.1", port: port), method: "GET", target: target,
      parts: [.bytes(Array("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nAccept: */*\r\n\r\n".utf8))])
  }

  func run() async throws -> [String: Double] {
    let service = ConnectionService()
    let looking = Task {
      for await _ in service.changes {
        _ = await service.summaries()
        try? await Task.sleep(for: .milliseconds(16))
      }
    }
    let summary = await service.perform(request, as: ExchangeID(1))
    looking.cancel()
    guard summary.outcome == .complete else { throw MeasurementFailure("The download ended as \(summary.outcome).") }
    return ["bytes": Double(summary.contentBytes)]
  }
}
