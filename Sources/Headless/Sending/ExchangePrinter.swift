import Exchanges
import Workspaces

/// Writes an exchange to an output while it goes on.
///
/// It is given newer and newer recordings of one exchange; the last is of the exchange as it ended. Then it may be
/// given those of another exchange, which follows the first because of a redirect.
protocol ExchangePrinter {
  /// Begins with an exchange, of the request that it sends.
  mutating func begin(_ request: SavedRequest)
  /// Takes a newer recording.
  mutating func update(_ recording: ExchangeRecording, to output: inout Output) async throws
  /// Takes the end of an exchange; `recording` is nil where it never had a connection.
  ///
  /// `goesOn` says whether another one follows.
  mutating func end(
    _ summary: ExchangeSummary, _ recording: ExchangeRecording?, goesOn: Bool, to output: inout Output
  ) async throws
  /// Sentences about the content that could not be read as it should, for the person at the terminal.
  var problems: [String] { get }
}

extension ExchangePrinter {
  mutating func begin(_ request: SavedRequest) {}
}
