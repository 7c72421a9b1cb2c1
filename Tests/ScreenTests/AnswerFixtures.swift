import Documents
import Exchanges
import HTTPMessages
import Recordings
import TerminalUI
import Workbench
import WorkbenchViews

/// Answers as the network and the documents tell of them, made by hand.
struct AnswerFixture {
  let size: Size
  var workbench: Workbench
  let exchange: ExchangeID

  private static let started = ScreenFixtures.start

  /// The first request has been sent.
  init(_ size: Size, asksAboutRedirects: Bool = false) async throws {
    self.size = size
    workbench = try await ScreenFixtures.opened(size)
    if asksAboutRedirects {
      ScreenFixtures.act(
        &workbench, size, .command(.focusRequest), .edit(.show(.options)), .edit(.focus(.redirects)), .edit(.activate),
        .edit(.choose(2)))
    }
    let effects = ScreenFixtures.act(&workbench, size, .command(.send), .command(.focusBody))
    var sent: ExchangeID?
    for case .send(let id, _, _) in effects { sent = id }
    exchange = sent ?? ExchangeID(0)
  }

  mutating func command(_ commands: Command...) {
    for command in commands { ScreenFixtures.act(&workbench, size, .command(command)) }
  }

  /// Tells how the exchange stands, on a connection of this state.
  mutating func went(
    _ outcome: ExchangeOutcome, _ state: ConnectionState = .open, change: (inout ExchangeSummary) -> Void = { _ in }
  ) {
    var summary = ExchangeSummary(
      id: exchange, timings: Self.timings(outcome), requestMethod: "GET", requestTarget: "/hello?name=wire")
    summary.outcome = outcome
    summary.statusCode = 200
    summary.reason = "OK"
    summary.version = "HTTP/1.1"
    summary.fieldCount = 3
    summary.contentBytes = 27
    summary.connection = Self.connection(state)
    change(&summary)
    ScreenFixtures.act(
      &workbench, size, .went(exchanges: [summary], connections: summary.connection.map { [$0] } ?? []))
  }

  private static func timings(_ outcome: ExchangeOutcome) -> Timings {
    var timings = Timings(started: started)
    timings.connectStarted = started
    guard outcome.isRunning || outcome == .complete || outcome == .malformed else { return timings }
    timings.connected = ScreenFixtures.later(0.1)
    timings.requestStarted = ScreenFixtures.later(0.2)
    timings.requestSent = ScreenFixtures.later(0.3)
    timings.firstByte = ScreenFixtures.later(12.4)
    timings.headReceived = ScreenFixtures.later(12.5)
    timings.finished = ScreenFixtures.later(15)
    return timings
  }

  private static func connection(_ state: ConnectionState) -> ConnectionSummary {
    let id = ConnectionID(1)
    let (local, remote) = (NetworkAddress(ip: "127.0.0.1", port: 53122), NetworkAddress(ip: "127.0.0.1", port: 40123))
    var connection = ConnectionSummary(
      id: id, endpoint: Endpoint(scheme: .http, host: "127.0.0.1", port: 40123), state: state, began: started)
    func happened(_ milliseconds: Double, _ kind: ConnectionEvent.Kind) {
      connection.events.append(
        ConnectionEvent(time: ScreenFixtures.later(milliseconds), connection: id, exchange: nil, kind: kind))
    }
    happened(0, .attemptStarted(remote))
    if case .failed(let reason) = state {
      happened(0.1, .attemptFailed(remote, reason: reason))
      return connection
    }
    happened(0.1, .connected(local: local, remote: remote))
    happened(0.2, .requestStarted)
    happened(0.3, .requestSent)
    happened(12.4, .firstByte)
    happened(15, .exchangeFinished)
    connection.opened = ScreenFixtures.later(0.1)
    (connection.local, connection.remote) = (local, remote)
    (connection.exchangeCount, connection.bytesSent, connection.bytesReceived) = (1, 61, 154)
    connection.tcp = TCPFacts(
      roundTripMicroseconds: 50, roundTripVarianceMicroseconds: 10, congestionWindow: 10, retransmissions: 0, lost: 0,
      maximumSegmentSize: 32768, pathMTU: 65535)
    return connection
  }

  /// Gives a document rows.
  mutating func rows(_ view: DocumentView, _ rows: [DocumentRow], note: String? = nil, problem: String? = nil) {
    let panes = [workbench.viewer.headers, workbench.viewer.body]
    guard let pane = panes.first(where: { $0.key?.view == view }), let key = pane.key else { return }
    // The generation of the question is not known here: all that can have been asked are answered.
    for generation in 0..<50 {
      ScreenFixtures.act(
        &workbench, size,
        .window(
          DocumentWindow(
            key: key, generation: generation, rows: rows, totalRows: rows.count, isComplete: true,
            indexedFraction: 1, widestRow: 60, note: note, problem: problem)))
    }
  }

  mutating func rows(_ view: DocumentView, _ texts: [String], note: String? = nil, problem: String? = nil) {
    rows(view, texts.map { DocumentRow(text: $0) }, note: note, problem: problem)
  }

  static let headers = ["HTTP/1.1 200 OK", "Date: Mon, 23 Nov 2026 10:00:00 GMT", "Content-Type: application/json"]
  static let json = ["{", "  \"hello\": \"wire\",", "  \"世界\": \"wide 世界 and e\u{301}\"", "}"]
}
