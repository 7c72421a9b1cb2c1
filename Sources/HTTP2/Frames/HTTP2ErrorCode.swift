/// Why a stream or a connection ends, as one side tells the other (RFC 9113 §7).
package struct HTTP2ErrorCode: RawRepresentable, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package static let noError = HTTP2ErrorCode(rawValue: 0)
  package static let protocolError = HTTP2ErrorCode(rawValue: 1)
  package static let internalError = HTTP2ErrorCode(rawValue: 2)
  package static let flowControlError = HTTP2ErrorCode(rawValue: 3)
  package static let settingsTimeout = HTTP2ErrorCode(rawValue: 4)
  package static let streamClosed = HTTP2ErrorCode(rawValue: 5)
  package static let frameSizeError = HTTP2ErrorCode(rawValue: 6)
  package static let refusedStream = HTTP2ErrorCode(rawValue: 7)
  package static let cancel = HTTP2ErrorCode(rawValue: 8)
  package static let compressionError = HTTP2ErrorCode(rawValue: 9)
  package static let connectError = HTTP2ErrorCode(rawValue: 10)
  package static let enhanceYourCalm = HTTP2ErrorCode(rawValue: 11)
  package static let inadequateSecurity = HTTP2ErrorCode(rawValue: 12)
  package static let http11Required = HTTP2ErrorCode(rawValue: 13)

  private static let table: [(name: String, sentence: String)] = [
    ("NO_ERROR", "Nothing is wrong."),
    ("PROTOCOL_ERROR", "A rule of the protocol was broken."),
    ("INTERNAL_ERROR", "The sender has met a fault of its own."),
    ("FLOW_CONTROL_ERROR", "More was sent than the window allowed."),
    ("SETTINGS_TIMEOUT", "The settings were not acknowledged in time."),
    ("STREAM_CLOSED", "A frame came for a stream that was closed already."),
    ("FRAME_SIZE_ERROR", "A frame has a size that it must not have."),
    ("REFUSED_STREAM", "Nothing was done with the request: it may be sent again."),
    ("CANCEL", "The stream is not wanted any more."),
    ("COMPRESSION_ERROR", "The header tables of both sides differ."),
    ("CONNECT_ERROR", "The connection that CONNECT asked for broke."),
    ("ENHANCE_YOUR_CALM", "The other side asks for too much."),
    ("INADEQUATE_SECURITY", "The TLS connection is not good enough for HTTP/2."),
    ("HTTP_1_1_REQUIRED", "The request has to be sent over HTTP/1.1."),
  ]

  /// The name as the RFC writes it; the number in hexadecimal where it has none.
  package var name: String {
    rawValue < Self.table.count ? Self.table[Int(rawValue)].name : "0x" + String(rawValue, radix: 16)
  }

  /// A sentence for a person.
  package var sentence: String {
    rawValue < Self.table.count ? Self.table[Int(rawValue)].sentence : "The code has no meaning that is registered."
  }
}
