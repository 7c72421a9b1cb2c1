/// What a reader takes from the other side before it says that it is too much.
///
/// Each limit answers a way to make a peer work or remember for almost nothing; the documentation's table of limits
/// has them with their diagnostics.
package struct HTTP2Limits: Sendable, Hashable {
  /// Bytes of one header block.
  package var headerBlockLength = 1 << 20
  /// CONTINUATION frames of one header block.
  package var continuationCount = 128
  /// Bytes of fields that are kept of one header block, as `HeaderField.size` counts.
  package var headerListSize = 1 << 20
  /// Fields that are kept of one header block.
  package var fieldCount = 10_000
  /// Parameters of one SETTINGS frame.
  package var settingCount = 256
  /// Frames at once, and on average in a second, that carry no message and ask for work.
  package var controlFrames = 1_000
  package var controlFramesPerSecond = 200
  /// Frames without bytes that end nothing.
  package var emptyFrames = 1_000
  package var emptyFramesPerSecond = 100
  /// Streams of the other side that are reset by it, or by this side because of it.
  package var resets = 200
  package var resetsPerSecond = 50
  /// Bytes of answers to SETTINGS, PING and wrong frames that wait to be sent.
  package var unreadAnswers = 1 << 20

  package init() {}
}
