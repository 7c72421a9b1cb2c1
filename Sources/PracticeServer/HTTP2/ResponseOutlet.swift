import HTTP2

/// Sends the pieces of one response on its stream, and keeps what the client's window has no room for.
struct ResponseOutlet {
  private enum Ending {
    case none
    case withContent
    case trailers([HeaderField])
  }

  private let stream: StreamID
  private var unsent: [UInt8] = []
  private var ending = Ending.none
  /// Whether all of the response has left.
  private(set) var hasEnded = false

  init(_ stream: StreamID) {
    self.stream = stream
  }

  /// Whether something waits for room in the window.
  var isBlocked: Bool {
    if hasEnded { return false }
    if case .none = ending { return !unsent.isEmpty }
    return true
  }

  mutating func take(_ piece: MessageTranslator.Piece, _ machine: inout HTTP2Machine) {
    switch piece {
    case .head(let head, _, let endsHere):
      machine.sendHead(head.fields, on: stream, endStream: endsHere)
      hasEnded = endsHere
    case .content(let bytes, let isLast):
      if isLast { ending = .withContent }
      let count = unsent.isEmpty ? machine.send(bytes, on: stream, endStream: isLast) : 0
      unsent += bytes[count...]
      if isLast, unsent.isEmpty { hasEnded = true }
    case .trailers(let fields):
      ending = .trailers(fields)
      sendRest(&machine)
    case .end:
      ending = .withContent
      sendRest(&machine)
    }
  }

  /// Sends what the window takes by now; true where something has left.
  @discardableResult
  mutating func sendRest(_ machine: inout HTTP2Machine) -> Bool {
    let endsWithContent = if case .withContent = ending { true } else { false }
    let count = unsent.withUnsafeBytes { machine.send($0, on: stream, endStream: endsWithContent) }
    unsent.removeFirst(count)
    guard unsent.isEmpty else { return count > 0 }
    if case .trailers(let fields) = ending { machine.sendHead(fields, on: stream, endStream: true) }
    if case .none = ending { return count > 0 }
    hasEnded = true
    return true
  }
}
