import BenchmarkSupport
import Connections
import Documents
import Exchanges
import Glibc
import Recordings

/// Receives a large body, looks at it as a person would, scrolls to its end and searches it.
///
/// Arguments: the port on the loopback address, the target, and the view by name.
struct BodyWork: Work {
  static let name = "body"

  private let request: OutgoingRequest
  private let key: DocumentKey
  private let service = ConnectionService()
  private let documents = DocumentStore()

  init(_ arguments: [String]) throws {
    guard arguments.count == 3, let port = Int(arguments[0]),
      let view = DocumentView.allCases.first(where: { "\($0)" == arguments[2] })
    else { throw MeasurementFailure("\(Self.name) takes a port, a target and a view.") }
    let target = arguments[1]
    request = OutgoingRequest(
      endpoint: Endpoint(scheme: .http, host: "127.0.0.1", port: port), method: "GET", target: target,
      parts: [.bytes(Array("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nAccept: */*\r\n\r\n".utf8))])
    key = DocumentKey(exchange: ExchangeID(1), view: view)
  }

  func run() async throws -> [String: Double] {
    let began = Moment.now
    var figures: [String: Double] = [:]
    var answers = Samples()
    let receiving = Task { [service, request, key] in
      let summary = await service.perform(request, as: key.exchange)
      return (summary, began.milliseconds)
    }
    // The first rows, and then the last ones while more come: as the pane that follows the end.
    var isEnded = false
    while !isEnded {
      let asked = Moment.now
      isEnded = try await refresh()
      guard let window = try await window(rows: figures["first"] == nil ? 0..<60 : Int.max - 60..<Int.max) else {
        continue
      }
      answers.add(asked.milliseconds)
      if figures["first"] == nil, window.rows.count >= 40 || isEnded { figures["first"] = began.milliseconds }
      if !isEnded || !window.isComplete { try await Task.sleep(for: .milliseconds(16)) }
      isEnded = isEnded && window.isComplete
    }
    let (summary, received) = await receiving.value
    guard summary.outcome == .complete else { throw MeasurementFailure("The body ended as \(summary.outcome).") }
    figures["received"] = received
    figures["end"] = began.milliseconds
    figures["bytes"] = Double(summary.contentBytes)
    figures["rows"] = Double(try await documents.window(key, rows: 0..<1).totalRows)

    let searching = Moment.now
    let match = try await documents.search(DocumentSearch("no such text"), in: key, from: 0)
    guard match == nil else { throw MeasurementFailure("A text was found that is not there.") }
    figures["search"] = searching.milliseconds
    figures["answer"] = answers.percentile(0.99)
    return figures
  }

  /// Gives the documents what has come; true when that is all.
  private func refresh() async throws -> Bool {
    guard let recording = await service.recording(of: key.exchange) else {
      try await Task.sleep(for: .milliseconds(1))
      return false
    }
    try await documents.update(recording)
    return !recording.summary.outcome.isRunning
  }

  private func window(rows: Range<Int>) async throws -> DocumentWindow? {
    do throws(DocumentError) {
      return try await documents.window(key, rows: rows)
    } catch {
      if case .unknownExchange = error { return nil }
      throw error
    }
  }
}
