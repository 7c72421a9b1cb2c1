import HTTPMessages

/// Whether a connection stays open after an exchange (RFC 9112 §9.3).
enum Persistence {
  /// Decides from what both sides said.
  ///
  /// - Parameters:
  ///   - response: What the final response's head says.
  ///   - framing: How the end of its content is known; a length that only the connection's end tells cannot persist.
  ///   - request: What the request's head says; nil when no head could be read from what was sent.
  /// - Returns: Whether both sides keep it open.
  static func staysOpen(after response: HeadFacts, framing: Framing, request: HeadFacts?) -> Bool {
    if framing == .untilClose || framing == .tunnel { return false }
    if response.connectionOptions.contains("close") { return false }
    if let request, !staysOpen(request) { return false }
    return staysOpen(response)
  }

  private static func staysOpen(_ head: HeadFacts) -> Bool {
    if head.connectionOptions.contains("close") { return false }
    return head.version != "HTTP/1.0" && head.version != "HTTP/0.9" || head.connectionOptions.contains("keep-alive")
  }
}
