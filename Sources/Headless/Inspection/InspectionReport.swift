import HTTPMessages

/// What becomes of the parser's findings about a stream.
protocol InspectionReport {
  /// Takes the next finding; `bytes` gives the bytes of a part that has just ended.
  mutating func take(_ event: ParseEvent, _ bytes: StreamBytes)
  /// The stream has ended.
  mutating func finish()
}
