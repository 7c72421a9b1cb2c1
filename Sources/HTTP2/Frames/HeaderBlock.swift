/// The fields of a HEADERS or PUSH\_PROMISE frame and of the CONTINUATION frames behind it (RFC 9113 §4.3).
package struct HeaderBlock: Sendable, Hashable {
  package var stream: StreamID
  /// The stream that a PUSH\_PROMISE promises.
  package var promised: StreamID?
  package var endStream: Bool
  package var priority: StreamPriority?
  /// Offsets from the first frame's header to the last one's end.
  package var range: Range<Int>
  /// Count of frames.
  package var frameCount: Int
  /// Bytes of the block, without frame headers and padding.
  package var byteCount: Int
  /// In the order of the block; the last ones are missing where `isCut`.
  package var fields: [CodedField] = []
  package var tableSizeUpdates: [TableSizeUpdate] = []
  /// Count of all fields, and their bytes as `HeaderField.size` counts.
  package var fieldCount = 0
  package var size = 0
  /// A diagnostic tells why the block, or the rest of it, could not be decoded.
  package var isReadable = true

  /// Fields are missing because a limit was met.
  package var isCut: Bool { fieldCount > fields.count }
}
