/// What the parser knows of the message under way.
///
/// Made anew for each message, so it is small.
struct HeadState: Sendable {
  var start = 0
  /// Offset at which the head, or the trailer section, is too long.
  var limit = Int.max
  var fieldCount = 0
  /// Bytes of the content still to come, where they are announced.
  var remaining = 0
  /// Where the content begins or, in trailers, where these do.
  var contentStart = 0
  var statusCode = 0
  var seen = KnownFieldSet()
  var method = KnownMethod.other
  var minorVersion: UInt8 = 1
  var framing = Framing.none
  var isStartLine = true
  var isInTrailers = false
  /// A Content-Length of this message could not be read or differs from another.
  var contentLengthIsUnreadable = false
  /// The framing breaks a rule, so the connection is not to be used again.
  var isFaulty = false
  /// The connection goes on after this message; while the head is read, after the one before it.
  var keepsConnection = true
  /// The target is in absolute form; `FieldReaders` knows its authority.
  var hasAuthority = false
  /// The request line is that of the preface of HTTP/2.
  var isPreface = false

  /// Another response to the same request follows (RFC 9110 §15.2); 101 is the last one in HTTP.
  var isInterim: Bool { 100..<200 ~= statusCode && statusCode != 101 }
}
