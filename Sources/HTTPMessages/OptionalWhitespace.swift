/// The spaces and tabs that may stand around a value without being a part of it (OWS, RFC 9110 §5.6.3).
package enum OptionalWhitespace {
  /// The bytes without those at both ends.
  package static func trimmed<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
    let head = bytes.drop(while: Byte.isWhitespace)
    guard let last = head.lastIndex(where: { !Byte.isWhitespace($0) }) else { return head }
    return head[...last]
  }

  /// The text without those at both ends.
  package static func trimmed(_ text: some StringProtocol) -> String {
    String(decoding: trimmed(Substring(text).utf8), as: UTF8.self)
  }
}
