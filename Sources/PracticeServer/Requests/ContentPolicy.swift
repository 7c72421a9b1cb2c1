/// What becomes of a request's content while it is read.
enum ContentPolicy: Sendable, Equatable {
  /// The content is kept for the endpoint; more than `limit` bytes are refused with 413.
  case keep(limit: Int)
  /// The bytes of the whole message are kept, framing and all; more than `limit` bytes are refused with 413.
  case keepMessage(limit: Int)
  /// Content of any size is counted and dropped.
  case count

  /// 1 MiB: more than any endpoint needs that reads its content.
  static let defaultLimit = 1 << 20
  /// 64 MiB: what `/echo` sends back at most.
  static let echoLimit = 64 << 20
}
