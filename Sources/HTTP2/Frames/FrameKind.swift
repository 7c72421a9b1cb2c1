import HTTPMessages

/// The type of a frame: those of RFC 9113 §6, three of other RFCs, and any other number.
package struct FrameKind: RawRepresentable, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let data = FrameKind(rawValue: 0)
  package static let headers = FrameKind(rawValue: 1)
  package static let priority = FrameKind(rawValue: 2)
  package static let resetStream = FrameKind(rawValue: 3)
  package static let settings = FrameKind(rawValue: 4)
  package static let pushPromise = FrameKind(rawValue: 5)
  package static let ping = FrameKind(rawValue: 6)
  package static let goAway = FrameKind(rawValue: 7)
  package static let windowUpdate = FrameKind(rawValue: 8)
  package static let continuation = FrameKind(rawValue: 9)
  /// RFC 7838 §4.
  package static let alternativeService = FrameKind(rawValue: 10)
  /// RFC 8336 §2.
  package static let origin = FrameKind(rawValue: 12)
  /// RFC 9218 §7.1.
  package static let priorityUpdate = FrameKind(rawValue: 16)

  /// Those that Barewire can read, in the order of their numbers.
  package static let known: [FrameKind] = [
    .data, .headers, .priority, .resetStream, .settings, .pushPromise, .ping, .goAway, .windowUpdate, .continuation,
    .alternativeService, .origin, .priorityUpdate,
  ]

  package var isKnown: Bool { Self.known.contains(self) }

  /// The name as the RFCs write it: "HEADERS"; "0x2a" where it has none.
  package var name: String {
    switch self {
    case .data: "DATA"
    case .headers: "HEADERS"
    case .priority: "PRIORITY"
    case .resetStream: "RST_STREAM"
    case .settings: "SETTINGS"
    case .pushPromise: "PUSH_PROMISE"
    case .ping: "PING"
    case .goAway: "GOAWAY"
    case .windowUpdate: "WINDOW_UPDATE"
    case .continuation: "CONTINUATION"
    case .alternativeService: "ALTSVC"
    case .origin: "ORIGIN"
    case .priorityUpdate: "PRIORITY_UPDATE"
    default: "0x" + String(rawValue, radix: 16)
    }
  }

  /// Where the frame is described; nil where it has no name.
  package var rule: HTTP2Diagnostic.Rule? {
    switch self {
    case .alternativeService: HTTP2Diagnostic.Rule(rfc: 7838, section: "4")
    case .origin: HTTP2Diagnostic.Rule(rfc: 8336, section: "2")
    case .priorityUpdate: HTTP2Diagnostic.Rule(rfc: 9218, section: "7.1")
    default: isKnown ? HTTP2Diagnostic.Rule(rfc: 9113, section: "6.\(rawValue + 1)") : nil
    }
  }

  /// The flags that the frame defines, in the order of their bits.
  package var definedFlags: [(flag: FrameFlags, name: String)] {
    switch self {
    case .data: [(.endStream, "END_STREAM"), (.padded, "PADDED")]
    case .headers:
      [(.endStream, "END_STREAM"), (.endHeaders, "END_HEADERS"), (.padded, "PADDED"), (.priority, "PRIORITY")]
    case .pushPromise: [(.endHeaders, "END_HEADERS"), (.padded, "PADDED")]
    case .continuation: [(.endHeaders, "END_HEADERS")]
    case .settings, .ping: [(.acknowledgement, "ACK")]
    default: []
    }
  }

  /// True for frames about the connection as a whole; false for those about a stream; nil for those about either.
  var isAboutConnection: Bool? {
    switch self {
    case .settings, .ping, .goAway, .priorityUpdate: true
    case .data, .headers, .priority, .resetStream, .pushPromise, .continuation: false
    default: nil
    }
  }
}
