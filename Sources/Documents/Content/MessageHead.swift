import Exchanges
import HTTPMessages
import Recordings

/// The bytes of a message's head, to look up fields by name.
struct MessageHead: Sendable {
  private let bytes: [UInt8]
  private let start: Int
  private let index: MessageIndex

  /// Reads the head of the message that `index` describes from its direction's log.
  init(log: ByteLogSnapshot, index: MessageIndex) throws(RecordingError) {
    self.index = index
    start = index.start
    let end = min(log.count, index.headEnd ?? index.end)
    bytes = try log.bytes(in: start..<max(start, end))
  }

  /// The value of the first field of a name, whose ASCII letters match in either case.
  func value(of name: String) -> String? {
    for field in index.fields where !field.isTrailer && field.name.count == name.utf8.count {
      if ASCIICase.equal(self[field.name], name.utf8) {
        return TextEncoding.decodeForPeople(self[field.value])
      }
    }
    return nil
  }

  private subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range.lowerBound - start..<range.upperBound - start]
  }
}
