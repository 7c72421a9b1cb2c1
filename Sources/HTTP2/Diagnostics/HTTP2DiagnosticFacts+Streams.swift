import HTTPMessages

/// Facts about the codes for streams and flow control.
extension HTTP2Diagnostic.Code {
  var streamsFacts: HTTP2DiagnosticFacts? {
    switch self {
    case .streamIdle:
      HTTP2DiagnosticFacts(
        "stream.idle", .error, 9113, "5.1", .connection(.protocolError),
        "The frame is for a stream that nobody has opened.")
    case .streamNumberParity:
      HTTP2DiagnosticFacts(
        "stream.number-parity", .error, 9113, "5.1.1", .connection(.protocolError),
        "A stream is opened with a number of the other side: clients take odd ones, servers even ones.")
    case .streamNumberUsed:
      HTTP2DiagnosticFacts(
        "stream.number-used", .error, 9113, "5.1.1", .connection(.protocolError),
        "A stream is opened with a number that is not higher than all before it.")
    case .streamHalfClosed:
      HTTP2DiagnosticFacts(
        "stream.half-closed", .error, 9113, "5.1", .stream(.streamClosed),
        "The frame comes behind the end of what its sender had to say on the stream.")
    case .streamClosed:
      HTTP2DiagnosticFacts(
        "stream.closed", .error, 9113, "5.1", .connection(.streamClosed),
        "The frame is for a stream that has ended on both sides.")
    case .streamAfterReset:
      HTTP2DiagnosticFacts(
        "stream.after-reset", .note, 9113, "5.4.2", .none,
        "The frame is for a stream that was reset already; it is ignored.")
    case .streamLimit:
      HTTP2DiagnosticFacts(
        "stream.limit", .error, 9113, "5.1.2", .stream(.refusedStream),
        "More streams are open at once than the receiver has announced that it takes.")
    case .streamAfterGoAway:
      HTTP2DiagnosticFacts(
        "stream.after-goaway", .note, 9113, "6.8", .stream(.refusedStream),
        "The stream was opened after GOAWAY; the request may be sent again on a new connection.")
    case .flowConnectionExceeded:
      HTTP2DiagnosticFacts(
        "flow.connection-exceeded", .error, 9113, "6.9.1", .connection(.flowControlError),
        "More content came than the connection's window allows.")
    case .flowStreamExceeded:
      HTTP2DiagnosticFacts(
        "flow.stream-exceeded", .error, 9113, "6.9.1", .stream(.flowControlError),
        "More content came than the stream's window allows.")
    case .flowWindowOverflow:
      HTTP2DiagnosticFacts(
        "flow.window-overflow", .error, 9113, "6.9.1", .stream(.flowControlError),
        "WINDOW_UPDATE opens a window beyond 2147483647 bytes.")
    default: nil
    }
  }
}
