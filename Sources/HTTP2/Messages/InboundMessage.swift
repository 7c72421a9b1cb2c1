/// How far the message that comes on a stream has got (RFC 9113 §8.1).
struct InboundMessage: Sendable {
  private enum Phase: Sendable {
    case head
    case content
    case trailers
  }

  private let isResponse: Bool
  /// Of a response the method of its request was HEAD or CONNECT.
  private let isToHead: Bool
  private let isToConnect: Bool
  private var phase = Phase.head
  private var contentLength: Int?
  private var isContentAllowed = true
  private var hasReported = false
  private(set) var received = 0

  /// - Parameters:
  ///   - role: Of the one who reads.
  ///   - method: Of the request that a response answers.
  init(_ role: HTTP2Role, answering method: [UInt8]?) {
    isResponse = role == .client
    isToHead = method?.equals("HEAD") ?? false
    isToConnect = method?.equals("CONNECT") ?? false
  }

  /// What the next header section is, by what came before and by its status.
  func kind(of fields: [HeaderField]) -> HeadKind {
    guard case .head = phase else { return .trailers }
    guard isResponse else { return .request }
    let status = fields.first(":status")
    return status?.count == 3 && status?.first == 0x31 ? .interim : .response
  }

  /// A section came; what is wrong with its place.
  mutating func take(_ fields: [HeaderField], _ kind: HeadKind, endStream: Bool) -> HTTP2Diagnostic.Code? {
    switch kind {
    case .interim:
      return endStream ? .interimEndsStream : nil
    case .request, .response:
      phase = .content
      contentLength = fields.first("content-length")?.split(separator: Byte.comma).first?.trimmed.decimalNumber
      let status = fields.first(":status")?.decimalNumber ?? 0
      isContentAllowed = !isResponse || (!isToHead && status != 204 && status != 304)
      if isToConnect, 200..<300 ~= status { contentLength = nil }
    case .trailers:
      phase = .trailers
      if !endStream { return .trailersWithoutEnd }
    }
    return endStream ? end() : nil
  }

  /// Content came, at least a byte; what is wrong with it, told once, and with how many of its last bytes.
  mutating func take(_ count: Int) -> (HTTP2Diagnostic.Code, count: Int)? {
    received += count
    guard !hasReported else { return nil }
    hasReported = true
    switch phase {
    case .head: return (.contentBeforeHead, count)
    case .content where !isContentAllowed: return (.contentNotAllowed, count)
    case .content where received > contentLength ?? .max:
      return (.contentLengthDiffering, received - (contentLength ?? received))
    case .content, .trailers:
      hasReported = false
      return nil
    }
  }

  /// The message ended; what is missing.
  mutating func end() -> HTTP2Diagnostic.Code? {
    guard !hasReported else { return nil }
    if case .head = phase { return .contentBeforeHead }
    guard isContentAllowed, let contentLength, received != contentLength else { return nil }
    return .contentLengthDiffering
  }
}
