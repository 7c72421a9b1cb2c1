/// What the parser knows of the message under way.
struct HeadState: Sendable {
  var start = 0
  /// Offset at which the head, or the trailer section, is too long.
  var limit = Int.max
  var isStartLine = true
  var isInTrailers = false
  var fieldCount = 0
  var method = KnownMethod.other
  var minorVersion: UInt8 = 1
  var statusCode = 0
  var hostCount = 0
  var hasContentLength = false
  var hasTransferEncoding = false
  /// Where the last value of Content-Length is, and of Transfer-Encoding.
  var contentLengthRange = 0..<0
  var transferEncodingRange = 0..<0
  /// A Content-Length of this message could not be read or differs from another.
  var contentLengthIsUnreadable = false
  var contentLength = ContentLengthReader()
  var transferEncoding = TransferEncodingReader()
  var options = ConnectionOptionReader()
  var host = HostReader()
  var framing = Framing.none
  /// The framing breaks a rule, so the connection is not to be used again.
  var isFaulty = false
  /// Bytes of the content still to come, where they are announced.
  var remaining = 0
  var contentStart = 0
}
