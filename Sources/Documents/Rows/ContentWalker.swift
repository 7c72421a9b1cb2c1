import Recordings

/// A walker over a message's content, which needs no byte twice.
protocol ContentWalker: RowWalker where Source == ContentSource {
  /// Takes the bytes at `position`, all of them unless the sink wants no more; false in that case.
  mutating func take<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool

  /// Ends the last row.
  mutating func finish<Sink: RowSink<Self>>(into sink: inout Sink)
}

extension ContentWalker {
  static func extent(of source: ContentSource) -> Int { source.count }

  static func isComplete(_ source: ContentSource) -> Bool { source.isComplete }

  mutating func walk<Sink: RowSink<Self>>(
    _ source: ContentSource, budget: Int, into sink: inout Sink
  ) throws(RecordingError) {
    let end = min(source.count, position + budget)
    guard position < end else { return }
    try source.forEachPiece(in: position..<end) { _, bytes in take(bytes, into: &sink) }
  }

  mutating func finish<Sink: RowSink<Self>>(
    _ source: ContentSource, into sink: inout Sink
  ) throws(RecordingError) {
    finish(into: &sink)
  }
}
