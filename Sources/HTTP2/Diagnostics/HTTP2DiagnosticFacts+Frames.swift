import HTTPMessages

/// Facts about the codes for frames of any kind.
extension HTTP2Diagnostic.Code {
  var framesFacts: HTTP2DiagnosticFacts? {
    switch self {
    case .frameTooLarge:
      HTTP2DiagnosticFacts(
        "frame.too-large", .error, 9113, "4.2", .connection(.frameSizeError),
        "The frame is larger than the receiver has announced that it reads.")
    case .frameTooShort:
      HTTP2DiagnosticFacts(
        "frame.too-short", .error, 9113, "4.2", .connection(.frameSizeError),
        "The frame ends before the parts that its kind and flags promise.")
    case .frameReservedBit:
      HTTP2DiagnosticFacts(
        "frame.reserved-bit", .note, 9113, "4.1", .none,
        "The reserved bit before a number of 31 bits is set; it is ignored.")
    case .frameUndefinedFlags:
      HTTP2DiagnosticFacts(
        "frame.undefined-flags", .note, 9113, "4.1", .none,
        "A flag is set that this kind of frame does not define; it is ignored.")
    case .frameUnknownKind:
      HTTP2DiagnosticFacts(
        "frame.unknown-kind", .note, 9113, "4.1", .none,
        "A frame of a kind that is not known here; it is skipped, as it should be.")
    case .frameStreamMissing:
      HTTP2DiagnosticFacts(
        "frame.stream-missing", .error, 9113, "5.1.1", .connection(.protocolError),
        "A frame of this kind belongs to a stream, and stands on the connection (stream 0).")
    case .frameStreamNotAllowed:
      HTTP2DiagnosticFacts(
        "frame.stream-not-allowed", .error, 9113, "5.1.1", .connection(.protocolError),
        "A frame of this kind belongs to the connection (stream 0), and stands on a stream.")
    case .paddingTooLong:
      HTTP2DiagnosticFacts(
        "padding.too-long", .error, 9113, "6.1", .connection(.protocolError),
        "The padding is as long as the frame's payload or longer.")
    case .paddingNotZero:
      HTTP2DiagnosticFacts(
        "padding.not-zero", .warning, 9113, "6.1", .none,
        "The padding has bytes that are not zero; it may hide something.")
    case .continuationUnexpected:
      HTTP2DiagnosticFacts(
        "continuation.unexpected", .error, 9113, "6.10", .connection(.protocolError),
        "CONTINUATION stands behind no frame whose header block goes on, or on another stream.")
    case .continuationMissing:
      HTTP2DiagnosticFacts(
        "continuation.missing", .error, 9113, "6.10", .connection(.protocolError),
        "A header block has not ended: only CONTINUATION of its stream may follow.")
    case .prioritySelfDependency:
      HTTP2DiagnosticFacts(
        "priority.self-dependency", .warning, 7540, "5.3.1", .none,
        "The stream depends on itself; such priorities are ignored.")
    case .pingLength:
      HTTP2DiagnosticFacts(
        "ping.length", .error, 9113, "6.7", .connection(.frameSizeError),
        "PING has 8 bytes of payload.")
    case .pingAcknowledgementUnexpected:
      HTTP2DiagnosticFacts(
        "ping.acknowledgement-unexpected", .warning, 9113, "6.7", .none,
        "PING is acknowledged that was not sent; the frame is ignored.")
    case .resetLength:
      HTTP2DiagnosticFacts(
        "reset.length", .error, 9113, "6.4", .connection(.frameSizeError),
        "RST_STREAM has 4 bytes of payload.")
    case .priorityLength:
      HTTP2DiagnosticFacts(
        "priority.length", .error, 9113, "6.3", .stream(.frameSizeError),
        "PRIORITY has 5 bytes of payload.")
    case .windowUpdateLength:
      HTTP2DiagnosticFacts(
        "window-update.length", .error, 9113, "6.9", .connection(.frameSizeError),
        "WINDOW_UPDATE has 4 bytes of payload.")
    case .windowUpdateZero:
      HTTP2DiagnosticFacts(
        "window-update.zero", .error, 9113, "6.9", .stream(.protocolError),
        "WINDOW_UPDATE opens the window by 0 bytes; it must be at least 1.")
    case .goAwayLastStreamRaised:
      HTTP2DiagnosticFacts(
        "goaway.last-stream-raised", .error, 9113, "6.8", .connection(.protocolError),
        "GOAWAY names a higher last stream than one before it; requests may have been sent again since.")
    case .goAwayLastStreamParity:
      HTTP2DiagnosticFacts(
        "goaway.last-stream-parity", .warning, 9113, "6.8", .none,
        "GOAWAY names a last stream of its own sender; it has to be one of the other side.")
    case .alternativeServiceIgnored:
      HTTP2DiagnosticFacts(
        "altsvc.ignored", .note, 7838, "4", .none,
        "ALTSVC is ignored: it comes from a server, with an origin on the connection or without one on a stream.")
    case .originIgnored:
      HTTP2DiagnosticFacts(
        "origin.ignored", .note, 8336, "2.2", .none,
        "ORIGIN is ignored: it comes from a server, on the connection, with whole entries.")
    case .priorityUpdateInvalid:
      HTTP2DiagnosticFacts(
        "priority-update.invalid", .error, 9218, "7.1", .connection(.protocolError),
        "PRIORITY_UPDATE comes from a client, and names a stream other than 0.")
    default: nil
    }
  }
}
