import Exchanges

extension OutgoingRequest {
  /// The request cut at the end of its head, where its content may wait for 100 (Continue) (RFC 9110 §10.1.1).
  ///
  /// Nil for a request without `Expect: 100-continue`, one without content, and one that is not HTTP/1.1. The head must
  /// end in the request's first part, in its first mebibyte.
  var dividedForContinue: (head: [Part], content: [Part])? {
    guard case .bytes(let bytes)? = parts.first else { return nil }
    var tracker = MessageTracker(request: 0)
    let start = bytes.count > HeadFacts.headLimit ? Array(bytes.prefix(HeadFacts.headLimit)) : bytes
    start.withUnsafeBytes { tracker.take($0) { Array(start[$0]) } }
    guard let head = tracker.head, head.expectsContinue, head.version == "HTTP/1.1",
      let end = tracker.current?.headEnd, end < bytes.count || parts.count > 1
    else { return nil }
    let rest = bytes[end...]
    return ([.bytes(Array(bytes[..<end]))], (rest.isEmpty ? [] : [.bytes(Array(rest))]) + parts.dropFirst())
  }
}
