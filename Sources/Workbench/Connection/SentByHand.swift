import HTTPMessages

/// What the status line says of bytes that the user sent on an open connection.
enum SentByHand {
  /// What became of `range` of all the request's bytes, which over HTTP/2 wait until the head is whole.
  static func words(_ all: [UInt8], _ range: Range<Int>, isAsFrames: Bool) -> String {
    let left = all.count - range.upperBound
    let rest = left == 0 ? "" : "; \(left) to come"
    guard isAsFrames else { return "Sent \(range.count) bytes\(rest)" }
    var parser = MessageParser(.request)
    var events = ParseEvents(capacity: 256)
    var hasHead = false
    var next = 0
    while next < range.upperBound, !hasHead {
      next += all[next..<range.upperBound].withUnsafeBytes { parser.parse($0, into: &events) }
      hasHead = events.contains { $0.kind == .headEnd }
      events.removeAll()
    }
    return hasHead
      ? "Sent \(range.count) bytes as frames of HTTP/2\(rest)"
      : "Kept \(range.count) bytes\(rest): HTTP/2 sends a head only as a whole"
  }
}
