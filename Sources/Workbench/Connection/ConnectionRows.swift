import Exchanges
import Recordings

/// The rows of each view of a connection: made anew from its summary, of which they show no more than it keeps.
struct ConnectionRows {
  let connection: ConnectionSummary
  /// The exchange on the screen.
  let exchange: ExchangeSummary?
  let history: ExchangeHistory

  init(_ connection: ConnectionSummary, exchange: ExchangeSummary?, history: ExchangeHistory) {
    self.connection = connection
    self.exchange = exchange
    self.history = history
  }

  func rows(_ view: ConnectionView) -> [ConnectionRow] {
    switch view {
    case .events: eventRows
    case .security: securityRows
    case .kernel: kernelRows
    case .waterfall: waterfallRows
    }
  }

  private var eventRows: [ConnectionRow] {
    connection.events.map { event in
      let milliseconds = DurationText.milliseconds(event.time.milliseconds(since: connection.began))
      return ConnectionRow("+\(milliseconds) ms", event.kind.sentence, event.kind.isProblem ? .bad : .plain)
    }
  }
}
