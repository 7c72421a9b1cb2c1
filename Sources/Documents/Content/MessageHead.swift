import Exchanges
import HTTPMessages
import Recordings

/// A message's head, to look up fields by name.
struct MessageHead: Sendable {
  /// Longer values are cut.
  private static let valueLimit = 64 << 10

  private let log: ByteLogSnapshot
  private let index: MessageIndex

  /// The head of the message that `index` describes, in its direction's log.
  init(log: ByteLogSnapshot, index: MessageIndex) {
    self.log = log
    self.index = index
  }

  /// The value of the first field of a name, whose ASCII letters match in either case.
  func value(of name: String) throws(RecordingError) -> String? {
    for field in index.fields where !field.isTrailer && field.name.count == name.utf8.count {
      guard max(field.name.upperBound, field.value.upperBound) <= log.count else { return nil }
      if ASCIICase.equal(try log.bytes(in: field.name), name.utf8) {
        return TextEncoding.decodeForPeople(try log.bytes(in: field.value.prefix(Self.valueLimit)))
      }
    }
    return nil
  }
}
