package import HTTPMessages

/// Tells from the first bytes of a stream whether it holds requests or responses.
package enum KindGuess {
  /// The kind; nil while the bytes are too few to tell.
  ///
  /// A response begins with `HTTP/`, in capitals or not; empty lines before it do not count. Anything else is a request.
  package static func kind(of bytes: some Collection<UInt8>, isEnd: Bool) -> MessageKind? {
    let first = bytes.drop { $0 == 0x0D || $0 == 0x0A }.prefix(5)
    let isPrefix = zip(first, "http/".utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $1 != 0x2F }
    if !isPrefix { return .request }
    if first.count == 5 { return .response }
    guard isEnd else { return nil }
    return first.isEmpty ? .request : .response
  }
}
