/// A frame that was read to its end.
package struct Frame: Sendable, Hashable {
  package var header: FrameHeader
  /// Count of padding bytes, without the byte that tells of them; nil where the frame is not padded.
  package var padding: Int?
  package var content: FrameContent

  package init(header: FrameHeader, padding: Int? = nil, content: FrameContent) {
    self.header = header
    self.padding = padding
    self.content = content
  }

  package var kind: FrameKind { header.kind }
  package var flags: FrameFlags { header.flags }
  package var stream: StreamID { header.stream }
}

/// What a frame says.
package enum FrameContent: Sendable, Hashable {
  /// Content of a message; its bytes were told in pieces.
  case data
  /// A header block, or its beginning.
  case headers(priority: StreamPriority?, fragment: [UInt8])
  case priority(StreamPriority)
  case resetStream(HTTP2ErrorCode)
  case settings([Setting])
  case pushPromise(promised: StreamID, fragment: [UInt8])
  case ping([UInt8])
  case goAway(last: StreamID, code: HTTP2ErrorCode, debugData: [UInt8])
  /// How many bytes more may be sent.
  case windowUpdate(increment: Int)
  case continuation(fragment: [UInt8])
  /// Origin (empty on a stream) and the value of an Alt-Svc field (RFC 7838 §4).
  case alternativeService(origin: [UInt8], value: [UInt8])
  /// The origins that the connection may be used for (RFC 8336 §2).
  case origin([[UInt8]])
  /// The value of a Priority field for a stream (RFC 9218 §7.1).
  case priorityUpdate(StreamID, value: [UInt8])
  /// A kind that Barewire does not know; its payload was skipped.
  case unknown
  /// The payload cannot be read, as a diagnostic tells; it was skipped.
  case unreadable
}

/// Where a stream stands among others, as RFC 7540 had it; nobody has to follow it any more (RFC 9113 §5.3.2).
package struct StreamPriority: Sendable, Hashable {
  package var dependency: StreamID
  package var isExclusive: Bool
  /// From 1 to 256.
  package var weight: Int

  package init(dependency: StreamID = .connection, isExclusive: Bool = false, weight: Int = 16) {
    self.dependency = dependency
    self.isExclusive = isExclusive
    self.weight = weight
  }

  /// Reads five bytes at an index.
  init(_ bytes: [UInt8], at index: Int) {
    let number = bytes.number(at: index, count: 4)
    self.init(
      dependency: StreamID(number), isExclusive: number > 0x7fff_ffff,
      weight: Int(bytes.number(at: index + 4, count: 1)) + 1)
  }
}
