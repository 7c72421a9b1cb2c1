import Exchanges
import Recordings

/// The phases of exchanges against one clock, and what went over the wire for how much content.
extension ConnectionRows {
  /// So many exchanges at most stand in a waterfall.
  private static let waterfallLimit = 24

  var waterfallRows: [ConnectionRow] {
    let shown = exchangesInView
    guard let first = shown.first else { return [ConnectionRow("", "No exchange yet.", .faint)] }
    let began = shown.map(\.timings.started).min() ?? first.timings.started
    let allBars = shown.map { bars($0, since: began) }
    let end = max(0.001, allBars.joined().map(\.end).max() ?? 0)
    let rows = zip(shown, allBars).map { summary, bars in
      ConnectionRow(label(summary), total(summary), .plain, drawing: .bars(bars, end: end))
    }
    return rows + [
      ConnectionRow("", "· dns  ░ tcp  ▒ tls  ▓ sent  ─ first byte  █ body", .faint), ConnectionRow("", ""),
    ]
      + accountRows(shown)
  }

  /// The exchange on the screen and those that led to it; alone, the last ones of its connection.
  private var exchangesInView: [ExchangeSummary] {
    guard let exchange else { return [] }
    let hops = history.hops(to: exchange.id)
    if hops.count > 1 { return hops.suffix(Self.waterfallLimit) }
    let carried = history.records.compactMap(\.summary).filter { $0.connection?.id == connection.id }
    return carried.isEmpty ? [exchange] : carried.suffix(Self.waterfallLimit)
  }

  private func label(_ summary: ExchangeSummary) -> String {
    let status = summary.statusCode.map(String.init) ?? "–"
    return "\(status) \(summary.requestMethod) \(summary.requestTarget)"
  }

  private func total(_ summary: ExchangeSummary) -> String {
    summary.timings.totalMilliseconds.map { DurationText.milliseconds($0) + " ms" } ?? "…"
  }

  private func bars(_ summary: ExchangeSummary, since began: Timestamp) -> [ConnectionRow.Bar] {
    Timings.Phase.allCases.enumerated().compactMap { index, phase in
      summary.timings.span(of: phase).map {
        ConnectionRow.Bar($0.begin.milliseconds(since: began), $0.end.milliseconds(since: began), phase: index)
      }
    }
  }

  /// Bytes on the wire against bytes of content, and what it saved to use a connection again.
  private func accountRows(_ shown: [ExchangeSummary]) -> [ConnectionRow] {
    let content = shown.reduce(0) { $0 + $1.contentBytes }
    let messages = shown.reduce(0) { $0 + $1.bytesSent + $1.bytesReceived }
    var rows = [
      ConnectionRow("content", "\(content) B"),
      ConnectionRow("messages", "\(messages) B with heads and framing, both ways"),
      ConnectionRow("wire", "\(connection.bytesSent + connection.bytesReceived) B on this connection, all layers"),
    ]
    let reused = max(0, connection.exchangeCount - 1)
    if reused > 0, let opened = connection.opened {
      let opening = opened.milliseconds(since: connection.began)
      let saved = DurationText.milliseconds(opening * Double(reused))
      rows.append(
        ConnectionRow("reuse", "\(saved) ms saved: the connection was opened once and used \(reused + 1) times", .good))
    }
    return rows
  }
}
