import HTTPMessages

/// What must hold of every stream of bytes, whatever is in it: one reading of it, and others to compare with.
package struct ParserProperties {
  package let stream: ParseCase
  package let mode: ParseCase.Mode
  /// The stream read in one piece.
  package let whole: Reading

  package init(of stream: ParseCase, _ mode: ParseCase.Mode) {
    self.stream = stream
    self.mode = mode
    whole = Reading(stream.bytes, parser: stream.parser(mode), capacity: 64)
  }

  /// Holds a stream to all properties in both modes, at cuts and places that its bytes choose.
  package static func hold(_ stream: ParseCase) throws(Violation) {
    let lenient = ParserProperties(of: stream, .lenient)
    let strict = ParserProperties(of: stream, .strict)
    var random = Random(of: stream.bytes)
    for properties in [lenient, strict] {
      try properties.holdParts()
      try properties.holdMessages()
      try properties.holdFindings()
      try properties.holdCuts(at: stream.bytes.indices, capacity: 64)
      try properties.holdCuts(at: random.cuts(of: stream.bytes.count), capacity: 1 + random.below(20))
      try properties.holdSkipping()
      try properties.holdWritingBack()
    }
    try strict.holdStopping(lenient)
    guard !lenient.whole.events.isEmpty else { return }
    for _ in 0..<3 { try lenient.holdResuming(at: random.below(lenient.whole.events.count)) }
  }

  /// The events are the same however the stream is cut, and however little room there is for events.
  package func holdCuts(at cuts: some Sequence<Int>, capacity: Int = 512) throws(Violation) {
    let pieces = Reading(stream.bytes, parser: stream.parser(mode), cuts: cuts, capacity: capacity)
    guard pieces != whole else { return }
    try hold(false, "room for \(capacity) events, cut at \(Array(cuts)): \(difference(pieces.events, whole.events))")
  }

  /// The events are the same but for the data of chunks when that is skipped.
  package func holdSkipping() throws(Violation) {
    guard whole.events.contains(where: { $0.kind == .headEnd && $0.framing == .chunked }) else { return }
    let skipped = Reading(stream.bytes, parser: stream.parser(mode), skippingChunkDataOf: whole)
    var framing = Framing.none
    let expected = whole.events.filter { event in
      if event.kind == .headEnd { framing = event.framing }
      return !(framing == .chunked && event.kind == .part && event.part == .content)
    }
    guard skipped.events != expected else { return }
    try hold(false, "chunk data skipped: \(difference(skipped.events, expected))")
  }

  /// The messages write back to the bytes that they were read from.
  package func holdWritingBack() throws(Violation) {
    let exact = ExactStream(
      stream.kind, in: stream.bytes, requestMethods: stream.methods, configuration: stream.configuration(mode))
    var writer = MessageWriter(capacity: stream.bytes.count)
    writer.stream(exact)
    try hold(writer.bytes == stream.bytes, "written back: \(EscapedBytes.lines(of: writer.bytes))")
    let startCount = whole.events.count { $0.kind == .messageStart }
    try hold(exact.messages.count == startCount, "\(exact.messages.count) messages of \(startCount)")
  }

  /// What strict reading reads, lenient reading reads too: the events are the same up to the one that stops it, and
  /// the rest is leftover.
  package func holdStopping(_ lenient: ParserProperties) throws(Violation) {
    let events = whole.events
    let refused = stream.configuration(mode).refused
    let stop = events.firstIndex { $0.kind == .diagnostic && refused.contains($0.code) }
    // The other limit may be higher.
    let shared = stop.map { events[$0].code.isLimit ? $0 : $0 + 1 } ?? events.count
    let same = stop == nil ? events == lenient.whole.events : lenient.whole.events.starts(with: events[..<shared])
    if !same {
      try hold(false, "strict, lenient: \(difference(Array(events[..<shared]), lenient.whole.events))")
    }
    guard let stop else { return }
    let rest = events[(stop + 1)...]
    try hold(
      rest.allSatisfy { $0.kind == .part && $0.part == .leftover }, "after \(events[stop].code): \(lines(rest))")
  }

  /// Throws unless the condition holds.
  func hold(_ condition: Bool, _ property: @autoclosure () -> String) throws(Violation) {
    guard !condition else { return }
    throw Violation(property: property(), mode: mode, stream: stream)
  }

  /// Where two lists of events part.
  func difference(_ found: [ParseEvent], _ wanted: [ParseEvent]) -> String {
    let same = zip(found, wanted).prefix { $0 == $1 }.count
    return "\(lines(found.dropFirst(same).prefix(3))) instead of \(lines(wanted.dropFirst(same).prefix(3)))"
  }

  private func lines(_ events: ArraySlice<ParseEvent>) -> [String] {
    Reading(events: Array(events)).lines(of: stream.bytes)
  }
}

extension Random {
  /// Cuts of a stream, most of them close together in a short one.
  fileprivate mutating func cuts(of count: Int) -> [Int] {
    let step = [2, 24, 200][below(3)]
    var cuts: [Int] = []
    var cut = below(step)
    while cut < count {
      cuts.append(cut)
      cut += 1 + below(step)
    }
    return cuts
  }
}
