/// One parameter of a SETTINGS frame (RFC 9113 §6.5.1).
package struct Setting: Sendable, Hashable {
  /// The number of a parameter.
  package struct Identifier: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    package static let headerTableSize = Identifier(rawValue: 1)
    package static let enablePush = Identifier(rawValue: 2)
    package static let maxConcurrentStreams = Identifier(rawValue: 3)
    package static let initialWindowSize = Identifier(rawValue: 4)
    package static let maxFrameSize = Identifier(rawValue: 5)
    package static let maxHeaderListSize = Identifier(rawValue: 6)
    /// RFC 8441 §3.
    package static let enableConnectProtocol = Identifier(rawValue: 8)
    /// RFC 9218 §2.1.
    package static let noRFC7540Priorities = Identifier(rawValue: 9)

    private static let names = [
      "HEADER_TABLE_SIZE", "ENABLE_PUSH", "MAX_CONCURRENT_STREAMS", "INITIAL_WINDOW_SIZE", "MAX_FRAME_SIZE",
      "MAX_HEADER_LIST_SIZE", nil, "ENABLE_CONNECT_PROTOCOL", "NO_RFC7540_PRIORITIES",
    ]

    package var isKnown: Bool { knownName != nil }

    /// The name without "SETTINGS_"; the number in hexadecimal where it has none.
    package var name: String { knownName ?? "0x" + String(rawValue, radix: 16) }

    private var knownName: String? { 1...Self.names.count ~= Int(rawValue) ? Self.names[Int(rawValue) - 1] : nil }
  }

  package var identifier: Identifier
  package var value: UInt32

  package init(_ identifier: Identifier, _ value: UInt32) {
    self.identifier = identifier
    self.value = value
  }

  /// What is wrong with the value, whoever sent it (RFC 9113 §6.5.2, RFC 8441 §3, RFC 9218 §2.1).
  package var violation: HTTP2Diagnostic.Code? {
    switch identifier {
    case .enablePush where value > 1: .settingsEnablePushInvalid
    case .initialWindowSize where value > 0x7fff_ffff: .settingsWindowTooLarge
    case .maxFrameSize where !(16_384...16_777_215 ~= value): .settingsFrameSizeInvalid
    case .enableConnectProtocol where value > 1: .settingsConnectProtocolInvalid
    case .noRFC7540Priorities where value > 1: .settingsPrioritiesInvalid
    default: nil
    }
  }
}
