/// What happened on a connection, in order.
package enum HTTP2Event: Sendable, Hashable {
  // What was read, as it is, whether or not it has a meaning for the connection.
  /// The client's preface.
  case preface(Range<Int>)
  /// A frame is whole; of DATA its content was told before.
  case frame(Frame)
  /// The fields of a header block, with how each was coded.
  case headerBlock(HeaderBlock)
  case diagnostic(HTTP2Diagnostic)
  /// Bytes that are no HTTP/2.
  case leftover(Range<Int>)

  // What it means.
  /// A header section of a message; where `endStream`, `messageEnded` follows.
  case head(StreamID, HeadKind, [HeaderField], endStream: Bool)
  /// Content of a message: offsets in the stream of received bytes. Say `consumed` when it was used.
  case content(StreamID, Range<Int>)
  /// The other side has said all on this stream.
  case messageEnded(StreamID)
  /// The stream ended too early, and all about it is forgotten. `mayRetry` where nothing was done with the request.
  case streamReset(StreamID, HTTP2ErrorCode, by: HTTP2Role, mayRetry: Bool)
  /// Both sides have said all.
  case streamClosed(StreamID)
  /// A stream on which less was sent than wanted can send again.
  case sendWindowOpened(StreamID)
  /// The other side's settings, after a change.
  case peerSettings(HTTP2Settings)
  case settingsAcknowledged
  /// A PING of this side came back, with its eight bytes.
  case pingAcknowledged([UInt8])
  /// The other side takes no new streams; those above `last` were reset before this.
  case goAway(last: StreamID, HTTP2ErrorCode, debugData: [UInt8])
  /// The connection is at its end: send what `takeOutput` has and close it.
  case failed(HTTP2Failure)
}

/// Why a connection ended.
package struct HTTP2Failure: Error, Sendable, Hashable {
  /// What the other side is told.
  package var code: HTTP2ErrorCode
  /// What was found; its bytes are those that the other side sent.
  package var diagnostic: HTTP2Diagnostic

  /// A sentence for a person.
  package var message: String { "\(diagnostic.message) (\(diagnostic.rule))" }
}

/// Why a stream cannot be opened.
package enum StreamRefusal: Error, Sendable, Hashable {
  /// As many streams are open as the other side takes; try again when one has closed.
  case tooManyStreams(limit: Int)
  /// The connection is closing: open another one.
  case connectionEnding
  /// All stream numbers are used: open another connection.
  case numbersUsedUp

  /// A sentence for a person.
  package var message: String {
    switch self {
    case .tooManyStreams(let limit): "The server takes \(limit) streams at once, and so many are open."
    case .connectionEnding: "The connection takes no new streams any more."
    case .numbersUsedUp: "All stream numbers of the connection are used."
    }
  }
}
