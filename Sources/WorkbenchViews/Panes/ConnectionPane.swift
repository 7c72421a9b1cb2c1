import Documents
import Exchanges
import Recordings
import TerminalText
import TerminalUI
import Workbench

/// Draws the connection: who is connected to whom, in which state, how long each phase took, and what happened.
struct ConnectionPane {
  let theme: Theme
  /// The moment that is drawn.
  let now: Timestamp

  func draw(_ workbench: Workbench, on canvas: inout Canvas) {
    let timings = workbench.exchange?.summary?.timings
    guard let connection = workbench.connection else {
      WrappedText("No connection yet: send the request, or connect without sending").draw(
        on: &canvas, style: theme.faint)
      return
    }
    let stateRows = drawState(connection, version: workbench.exchange?.summary?.version, on: &canvas)
    guard canvas.size.height > stateRows else { return }
    let bar = PhaseBar(theme: theme)
    bar.draw(timings, connection, at: stateRows, on: &canvas)
    var top = stateRows + 1
    if let tls = connection.tls, !tls.isVerified, canvas.size.height > top {
      let warning = "NOT verified: this may be anybody (\(tls.version), \(tls.cipher))"
      canvas.write(warning, at: Point(x: 0, y: top), style: theme.caution)
      top += 1
    }
    let list = ConnectionList(theme: theme, isFocused: workbench.focus == .connection)
    canvas.draw(in: Rect(size: canvas.size).inset(top: min(canvas.size.height, top))) {
      list.draw(workbench, on: &$0)
    }
  }

  /// The rows it took: what does not fit the first one goes to a second where there is room for it.
  private func drawState(_ connection: ConnectionSummary, version: String?, on canvas: inout Canvas) -> Int {
    var x = 0
    let style = stateStyle(connection.state)
    let mark = connection.state.isAlive ? "● " : "○ "
    let rows = WrappedText(mark + words(connection.state)).rows(
      width: max(1, canvas.size.width),
      limit: max(1, canvas.size.height > 4 ? canvas.size.height - 2 : canvas.size.height))
    for (y, row) in rows.enumerated() { x = canvas.write(row, at: Point(x: 0, y: y), style: style) }
    if rows.count > 1 { return rows.count }
    if let opened = connection.opened, connection.state.isAlive {
      let open = connection.state == .open ? " " : ", open "
      x += canvas.write(open + DurationText.age(from: opened, to: now), at: Point(x: x, y: 0), style: style)
    }
    var parts: [String] = []
    if let local = connection.local, let remote = connection.remote {
      parts.append(local.ip == nil ? "→ \(remote)" : "\(local) → \(remote)")
    } else if let path = connection.socketPath {
      parts.append("\(connection.endpoint) by \(path)")
    } else {
      parts.append(connection.endpoint.description)
    }
    if let proxy = connection.proxy { parts.append("by the proxy \(proxy) to \(connection.endpoint.authority)") }
    let protocols = [connection.tls?.version, version].compactMap { $0 }
    if !protocols.isEmpty { parts.append(protocols.joined(separator: " ")) }
    switch connection.exchangeCount {
    case 0: break
    case 1: parts.append("1st exchange")
    case 2: parts.append("2nd exchange")
    case 3: parts.append("3rd exchange")
    case let count: parts.append("\(count)th exchange")
    }
    parts.append("↑ \(ByteCount.short(connection.bytesSent))  ↓ \(ByteCount.short(connection.bytesReceived))")
    if let condition = connection.condition { parts.append("bad network: \(condition)") }
    var place = Point(x: x + 2, y: 0)
    for (index, part) in parts.enumerated() {
      let isCaution = connection.condition != nil && index == parts.count - 1
      let isCut = place.x + TerminalWidth.columns(of: part) > canvas.size.width
      if isCut, place.y == 0 {
        // Half a part says less than none.
        guard canvas.size.height > 2 else { break }
        place = Point(x: 2, y: 1)
      }
      place.x += canvas.write(part, at: place, style: isCaution ? theme.caution : theme.text) + 2
    }
    return place.y + 1
  }

  /// The state with who brought it about.
  private func words(_ state: ConnectionState) -> String {
    switch state {
    case .closed(let reason): reason.description
    case .failed(let reason): "failed: \(reason)"
    case .halfClosed(.local): "half-closed by you"
    case .halfClosed(.remote): "half-closed by the server"
    case .resolving, .connecting, .securing, .open: state.word
    }
  }

  private func stateStyle(_ state: ConnectionState) -> Style {
    switch state {
    case .open: theme.good.adding(.bold)
    case .resolving, .connecting, .securing, .halfClosed: theme.caution
    case .closed(.reset), .closed(.error), .failed: theme.bad
    case .closed: theme.faint
    }
  }
}
