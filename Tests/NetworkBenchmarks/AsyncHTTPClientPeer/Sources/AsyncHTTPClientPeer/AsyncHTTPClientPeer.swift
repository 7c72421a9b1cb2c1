import AsyncHTTPClient
import NIOCore
import NIOSSL

/// Sends the same request again and again with AsyncHTTPClient, and prints how many were answered in a second.
///
/// Arguments: `http1` or `http2`, the URL, how many requests are under way at once, and seconds.
@main
enum AsyncHTTPClientPeer {
  struct Failure: Error {
    var words: String
  }

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 4, let count = Int(arguments[3]), let seconds = Double(arguments[4]) else {
      throw Failure(words: "async-http-client-peer http1|http2 URL COUNT SECONDS")
    }
    var configuration = HTTPClient.Configuration()
    configuration.httpVersion = arguments[1] == "http2" ? .automatic : .http1Only
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = count
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .none
    configuration.tlsConfiguration = tls
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    let rate = try await requestsPerSecond(of: client, arguments[2], count, .seconds(seconds))
    print("Requests/sec: \(rate)")
    try await client.shutdown()
  }

  private static func requestsPerSecond(
    of client: HTTPClient, _ url: String, _ count: Int, _ duration: Duration
  ) async throws -> Double {
    // Connected before the clock starts, as the others are.
    try await exchange(client, url)
    let began = ContinuousClock.now
    let end = began + duration
    let answered = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<count {
        group.addTask {
          var answered = 0
          while ContinuousClock.now < end {
            try await exchange(client, url)
            answered += 1
          }
          return answered
        }
      }
      return try await group.reduce(0, +)
    }
    return Double(answered) / ((ContinuousClock.now - began) / .seconds(1))
  }

  private static func exchange(_ client: HTTPClient, _ url: String) async throws {
    let response = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(10))
    guard response.status == .ok else { throw Failure(words: "\(response.status)") }
    for try await _ in response.body {}
  }
}
