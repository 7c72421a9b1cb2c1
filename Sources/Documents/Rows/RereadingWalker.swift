import Recordings

/// A walker that looks ahead to know what something is, and goes back to its beginning to show it: its `take` may leave
/// `position` at another place than behind the bytes that it was given, from which on it then gets them again.
protocol RereadingWalker: ContentWalker {
  /// Takes what came as all there is; true when it went back to show what it held.
  mutating func settle() -> Bool
}

extension RereadingWalker {
  mutating func walk<Sink: RowSink<Self>>(
    _ source: ContentSource, budget: Int, into sink: inout Sink
  ) throws(RecordingError) {
    let end = min(source.count, position + budget)
    var goesOn = true
    while goesOn, position < end {
      var taken = 0
      try source.forEachPiece(in: position..<end) { start, bytes in
        guard start == position else { return false }
        taken += 1
        goesOn = take(bytes, into: &sink)
        return goesOn
      }
      if taken == 0 { return }
    }
  }

  mutating func finish<Sink: RowSink<Self>>(
    _ source: ContentSource, into sink: inout Sink
  ) throws(RecordingError) {
    while settle() {
      let before = position
      try walk(source, budget: source.count, into: &sink)
      // The sink wants no more.
      if position == before || position < source.count { return }
    }
    finish(into: &sink)
  }
}
