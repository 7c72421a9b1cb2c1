import Exchanges

/// Looking at a connection.
extension Workbench {
  /// The rows of the connection's view; none without a connection.
  package var connectionRows: [ConnectionRow] {
    guard let connection else { return [] }
    return ConnectionRows(connection, exchange: exchange?.summary, history: history).rows(connectionPanel.view)
  }

  mutating func performOnConnection(_ command: Command) -> [Effect] {
    switch command {
    case .showEvents: show(.events)
    case .showSecurity: show(.security)
    case .showKernel: show(.kernel)
    case .showWaterfall: show(.waterfall)
    case .nextView:
      let all = ConnectionView.allCases
      connectionPanel.show(all[(connectionPanel.view.rawValue + 1) % all.count])
    case .copy: return copyConnectionRow()
    default: break
    }
    return []
  }

  mutating func moveInConnection(_ command: Command) -> [Effect] {
    let count = connectionRows.count
    switch command {
    case .moveUp: connectionPanel.move(by: -1, of: count)
    case .moveDown: connectionPanel.move(by: 1, of: count)
    case .pageUp: connectionPanel.move(by: -8, of: count)
    case .pageDown: connectionPanel.move(by: 8, of: count)
    case .moveToStart: connectionPanel.move(by: -count, of: count)
    case .moveToEnd: connectionPanel.move(by: count, of: count)
    default: break
    }
    return []
  }

  private mutating func show(_ view: ConnectionView) {
    focus = .connection
    connectionPanel.show(view)
  }

  private func copyConnectionRow() -> [Effect] {
    let rows = connectionRows
    guard !rows.isEmpty else { return [] }
    let row = rows[connectionPanel.cursorRow(of: rows.count)]
    let text = row.copied ?? (row.label.isEmpty ? row.text : "\(row.label): \(row.text)")
    return [.copy(Array(text.utf8), what: row.copied == nil ? "the row" : "the certificate")]
  }
}
