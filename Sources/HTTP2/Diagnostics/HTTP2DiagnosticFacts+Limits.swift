import HTTPMessages

/// Facts about the codes for limits.
extension HTTP2Diagnostic.Code {
  var limitsFacts: HTTP2DiagnosticFacts? {
    switch self {
    case .headerBlockTooLong:
      HTTP2DiagnosticFacts(
        "limit.header-block", .error, 9113, "10.5.1", .connection(.enhanceYourCalm),
        "The header block has more bytes than are read here.")
    case .continuationsTooMany:
      HTTP2DiagnosticFacts(
        "limit.continuations", .error, 9113, "10.5", .connection(.enhanceYourCalm),
        "The header block is cut into more frames than are read here.")
    case .headerListTooLong:
      HTTP2DiagnosticFacts(
        "limit.header-list", .error, 9113, "10.5.1", .stream(.enhanceYourCalm),
        "The fields take more bytes than are kept here; the last ones are missing.")
    case .headerFieldsTooMany:
      HTTP2DiagnosticFacts(
        "limit.header-fields", .error, 9113, "10.5.1", .stream(.enhanceYourCalm),
        "The message has more fields than are kept here; the last ones are missing.")
    case .tableSizeUpdatesTooMany:
      HTTP2DiagnosticFacts(
        "limit.table-size-updates", .error, 7541, "4.2", .connection(.compressionError),
        "The table's size changes more than twice in one header block.")
    case .settingsTooMany:
      HTTP2DiagnosticFacts(
        "limit.settings", .error, 9113, "10.5", .connection(.enhanceYourCalm),
        "One SETTINGS frame has more parameters than are read here.")
    case .controlFramesTooMany:
      HTTP2DiagnosticFacts(
        "limit.control-frames", .error, 9113, "10.5", .connection(.enhanceYourCalm),
        "Too many frames come that carry no message, such as SETTINGS, PING and PRIORITY.")
    case .emptyFramesTooMany:
      HTTP2DiagnosticFacts(
        "limit.empty-frames", .error, 9113, "10.5", .connection(.enhanceYourCalm),
        "Too many empty frames come that do not end their stream.")
    case .resetsTooMany:
      HTTP2DiagnosticFacts(
        "limit.resets", .error, 9113, "10.5", .connection(.enhanceYourCalm),
        "Streams are opened and reset, or have to be, at a rate that only costs the receiver work.")
    case .answersUnread:
      HTTP2DiagnosticFacts(
        "limit.answers-unread", .error, 9113, "10.5", .connection(.enhanceYourCalm),
        "The other side asks for answers and does not read them.")
    default: nil
    }
  }
}
