import HTTPMessages

/// A report that keeps messages: each is handed over when it is complete.
struct InspectedMessages: InspectionReport {
  let kind: MessageKind
  /// Messages that have ended and were not yet taken.
  var ended: [InspectedMessage] = []
  private var current: InspectedMessage?
  private var leftover: InspectedMessage?

  init(_ kind: MessageKind) {
    self.kind = kind
  }

  mutating func take(_ event: ParseEvent, _ bytes: StreamBytes) {
    switch event.kind {
    case .messageStart:
      endCurrent()
      current = InspectedMessage(kind, start: event.start)
    case .part where event.part == .leftover:
      withLeftover(at: event.start) { $0.take(event, bytes) }
    case .messageEnd:
      current?.take(event, bytes)
      endCurrent()
    case .diagnostic where current == nil:
      withLeftover(at: event.start) { $0.take(event, bytes) }
    default:
      current?.take(event, bytes)
    }
  }

  mutating func finish() {
    endCurrent()
    if let leftover { ended.append(leftover) }
    leftover = nil
  }

  private mutating func endCurrent() {
    if let current { ended.append(current) }
    current = nil
  }

  private mutating func withLeftover(at start: Int, _ body: (inout InspectedMessage) -> Void) {
    var message = leftover ?? InspectedMessage(nil, start: start)
    body(&message)
    leftover = message
  }
}
