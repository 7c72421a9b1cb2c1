import HTTPMessages

/// Facts about the codes for settings.
extension HTTP2Diagnostic.Code {
  var settingsFacts: HTTP2DiagnosticFacts? {
    switch self {
    case .settingsLength:
      HTTP2DiagnosticFacts(
        "settings.length", .error, 9113, "6.5", .connection(.frameSizeError),
        "The payload of SETTINGS is not a multiple of 6 bytes.")
    case .settingsAcknowledgementPayload:
      HTTP2DiagnosticFacts(
        "settings.acknowledgement-payload", .error, 9113, "6.5", .connection(.frameSizeError),
        "SETTINGS with ACK has a payload; it must be empty.")
    case .settingsAcknowledgementUnexpected:
      HTTP2DiagnosticFacts(
        "settings.acknowledgement-unexpected", .warning, 9113, "6.5.3", .none,
        "Settings are acknowledged that were not sent; the frame is ignored.")
    case .settingsAcknowledgementMissing:
      HTTP2DiagnosticFacts(
        "settings.acknowledgement-missing", .error, 9113, "6.5.3", .connection(.settingsTimeout),
        "The settings were not acknowledged in time.")
    case .settingsUnknown:
      HTTP2DiagnosticFacts(
        "settings.unknown", .note, 9113, "6.5.2", .none,
        "A setting that is not known here; it is ignored, as it should be.")
    case .settingsEnablePushInvalid:
      HTTP2DiagnosticFacts(
        "settings.enable-push-invalid", .error, 9113, "6.5.2", .connection(.protocolError),
        "ENABLE_PUSH is 0 or 1, and 0 where a server sends it.")
    case .settingsWindowTooLarge:
      HTTP2DiagnosticFacts(
        "settings.window-too-large", .error, 9113, "6.5.2", .connection(.flowControlError),
        "INITIAL_WINDOW_SIZE is above 2147483647, or opens a stream's window beyond it.")
    case .settingsFrameSizeInvalid:
      HTTP2DiagnosticFacts(
        "settings.frame-size-invalid", .error, 9113, "6.5.2", .connection(.protocolError),
        "MAX_FRAME_SIZE is from 16384 to 16777215.")
    case .settingsConnectProtocolInvalid:
      HTTP2DiagnosticFacts(
        "settings.connect-protocol-invalid", .error, 8441, "3", .connection(.protocolError),
        "ENABLE_CONNECT_PROTOCOL is 0 or 1, and stays 1 once it was.")
    case .settingsPrioritiesInvalid:
      HTTP2DiagnosticFacts(
        "settings.priorities-invalid", .error, 9218, "2.1", .connection(.protocolError),
        "NO_RFC7540_PRIORITIES is 0 or 1, and does not change.")
    default: nil
    }
  }
}
