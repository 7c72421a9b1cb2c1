import HTTPMessages

/// A parser that begins inside of a message tells of the same parts as one that read all of it.
extension ParserProperties {
  /// Resumes at the event, or the next one behind it at which a parser can begin.
  package func holdResuming(at place: Int) throws(Violation) {
    for (index, event) in whole.events.enumerated().dropFirst(place) {
      guard let (parser, end) = resuming(at: event) else { continue }
      let rest = whole.events[index...]
      let expected = Self.told(rest.prefix(through: rest.firstIndex(where: end) ?? rest.endIndex - 1))
      let resumed = Self.told(Reading(Array(stream.bytes[event.start...]), parser: parser, capacity: 64).events)
      guard !resumed.starts(with: expected) else { return }
      return try hold(false, "resumed at \(event.start): \(difference(resumed, expected))")
    }
  }

  /// What single lines say: the events but those about a message as a whole.
  private static func told(_ events: some Sequence<ParseEvent>) -> [ParseEvent] {
    events.filter { $0.kind == .part || $0.kind == .field }
  }

  /// A parser that begins at the event, and the event up to which it knows enough; nil where none can begin.
  private func resuming(at event: ParseEvent) -> (parser: MessageParser, end: (ParseEvent) -> Bool)? {
    let configuration = stream.configuration(mode)
    switch event.kind {
    case .field:
      let parser = MessageParser(
        resumingFieldsAt: event.start, of: stream.kind, isInTrailers: event.isTrailer, configuration: configuration)
      return (parser, { $0.kind == .part && $0.part == .blankLine })
    case .part where event.part == .chunkSize:
      let parser = MessageParser(
        resumingChunkedContentAt: event.start, of: stream.kind, configuration: configuration)
      return (parser, { $0.kind == .messageEnd })
    case .messageStart:
      let parser = MessageParser(resumingMessagesAt: event.start, of: stream.kind, configuration: configuration)
      return (parser, { $0.kind == .headEnd })
    default: return nil
    }
  }
}
