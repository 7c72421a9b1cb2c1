import HTTPMessages

/// What must hold of one reading by itself.
extension ParserProperties {
  /// Each byte is in one part, one part after the other.
  package func holdParts() throws(Violation) {
    var end = 0
    for (part, range) in whole.parts {
      try hold(range.lowerBound == end && !range.isEmpty, "\(part.name) at \(range) follows what ends at \(end)")
      end = range.upperBound
    }
    try hold(end == stream.bytes.count, "parts end at \(end) of \(stream.bytes.count)")
  }

  /// Messages and their heads begin and end one after the other, between the parts.
  package func holdMessages() throws(Violation) {
    var told = 0
    var (isInMessage, isInHead) = (false, false)
    for event in whole.events where event.kind != .diagnostic {
      try hold(event.start >= told, "the event at \(event.start) comes after \(told)")
      told = event.range.upperBound
      switch event.kind {
      case .messageStart:
        try hold(!isInHead, "a message begins in a head, at \(told)")
        (isInMessage, isInHead) = (true, true)
      case .headEnd:
        try hold(isInHead, "a head ends that did not begin, at \(told)")
        isInHead = false
      case .messageEnd:
        try hold(isInMessage && !isInHead, "a message ends that did not begin, at \(told)")
        isInMessage = false
      case .part, .field, .diagnostic: break
      }
    }
  }

  /// What is found lies in the stream; also what a draft is told of.
  package func holdFindings() throws(Violation) {
    let drafts = stream.kind == .request && mode == .lenient ? DraftCheck.diagnostics(of: stream.bytes) : []
    let findings = whole.events.filter { $0.kind == .diagnostic }.map { (code: $0.code, range: $0.range) }
    for (code, range) in findings + drafts.map({ (code: $0.code, range: $0.range) }) {
      try hold(range.lowerBound >= 0 && range.upperBound <= stream.bytes.count, "\(code) is at \(range)")
    }
  }
}
