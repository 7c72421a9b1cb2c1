import Connections
import Exchanges
import Recordings

/// What the tests of the service say often.
struct ServiceFixture {
  let service: ConnectionService

  init(_ change: (inout ConnectionServiceConfiguration) -> Void = { _ in }) {
    var configuration = ConnectionServiceConfiguration()
    change(&configuration)
    service = ConnectionService(configuration: configuration)
  }

  static func get(
    _ endpoint: Endpoint, _ target: String = "/", method: String = "GET", fields: String = "",
    body: [OutgoingRequest.Part] = [], _ change: (inout ExchangeOptions) -> Void = { _ in }
  ) -> OutgoingRequest {
    // On a busy machine the tests around this one may hold every thread for a while.
    var options = ExchangeOptions(
      connectTimeout: .seconds(120), handshakeTimeout: .seconds(120), idleTimeout: .seconds(120))
    change(&options)
    let head = "\(method) \(target) HTTP/1.1\r\nHost: \(endpoint.authority)\r\n\(fields)\r\n"
    return OutgoingRequest(
      endpoint: endpoint, method: method, target: target, parts: [.bytes(Array(head.utf8))] + body, options: options)
  }

  /// The content of an exchange's final response as text.
  func content(of id: ExchangeID) async throws -> String {
    guard let recording = await service.recording(of: id), let response = recording.responses.last else { return "" }
    let start = response.content.start
    return String(
      decoding: try recording.plain.received.bytes(in: start..<(start + response.content.count)), as: UTF8.self)
  }

  /// Waits for the pulse until `condition` holds of a connection.
  func wait(for id: ConnectionID, until condition: (ConnectionSummary) -> Bool) async -> ConnectionSummary? {
    var last: ConnectionSummary?
    for await _ in service.changes {
      for summary in await service.summaries().connections where summary.id == id { last = summary }
      if let last, condition(last) { return last }
    }
    return last
  }
}

extension ConnectionSummary {
  /// The kinds of its events.
  var kinds: [ConnectionEvent.Kind] { events.map(\.kind) }
}
