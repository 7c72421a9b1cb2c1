import ContentCodings
import Exchanges
import HTTPMessages
import Recordings

/// One message's content: what its head says of it, and its bytes as they came and as they read.
final class MessageContent {
  /// Where the message begins: another one there is another content.
  let start: Int
  let mediaType: MediaType
  private(set) var reader: ContentReader
  private let direction: Direction
  /// Whether no more of it will come.
  private(set) var hasEnded: Bool
  private(set) var isWhole: Bool
  private let decoded: DecodedContent?
  private let codingProblem: String?
  /// Names that stand twice, where it is shown as JSON.
  private(set) lazy var repeatedNames = RepeatedNames(mediaType.jsonForm)

  init(
    _ index: MessageIndex, log: ByteLogSnapshot, direction: Direction, hasEnded: Bool, spool: SpoolConfiguration,
    limits: ContentDecoderLimits
  ) throws(RecordingError) {
    start = index.start
    let head = MessageHead(log: log, index: index)
    mediaType = MediaType(try head.value(of: "content-type") ?? "")
    reader = ContentReader(log: log, index: index)
    self.direction = direction
    self.hasEnded = hasEnded || index.isComplete
    isWhole = index.isComplete
    let encoding = try head.value(of: "content-encoding") ?? ""
    do throws(ContentCodingError) {
      let codings = try ContentCoding.list(in: encoding.utf8)
      let applied = codings.filter { $0 != .identity }
      decoded = applied.isEmpty ? nil : try DecodedContent(applied, spool: spool, limits: limits)
      codingProblem = nil
    } catch {
      decoded = nil
      codingProblem = error.message
    }
  }

  func update(_ index: MessageIndex, log: ByteLogSnapshot, hasEnded: Bool) {
    reader = ContentReader(log: log, index: index)
    self.hasEnded = hasEnded || index.isComplete
    isWhole = index.isComplete
  }

  /// The content as it reads, codings undone as far as they are.
  var source: ContentSource { decoded?.source ?? codedSource }

  /// The content as it came.
  var codedSource: ContentSource { ContentSource(reader, direction: direction, isComplete: hasEnded) }

  /// Decodes about `budget` more bytes; false when there is nothing more to do for now.
  func advance(budget: Int) throws(RecordingError) -> Bool {
    try decoded?.advance(reader, isComplete: hasEnded, budget: budget) ?? false
  }

  /// The codings that it came in, in words; nil where there are none.
  var codings: String? { decoded?.codings }

  /// Why its codings could not be undone, if they could not.
  var problem: String? { codingProblem ?? decoded?.failure }

  /// What a reader should know of the content, whatever the view.
  var note: String? {
    var notes: [String] = []
    if let decoded { notes.append(decoded.note) }
    if hasEnded, !isWhole { notes.append("truncated: the message ended early") }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }
}
