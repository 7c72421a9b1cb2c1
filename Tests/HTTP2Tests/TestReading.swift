import HTTP2

/// Writes frames one after another.
func wire(_ write: (inout FrameWriter) -> Void) -> [UInt8] {
  var writer = FrameWriter()
  write(&writer)
  return writer.bytes
}

/// Fields as a header block without tables.
func plainBlock(_ fields: [(String, String)]) -> [UInt8] {
  var encoder = HPACKEncoder(tableSize: 0, ceiling: 0)
  var bytes: [UInt8] = []
  encoder.encode(fields.map { HeaderField($0.0, $0.1) }, into: &bytes)
  return bytes
}

/// What a reader finds in bytes that come in pieces; neighbouring pieces of content are one.
func read(_ bytes: [UInt8], with reader: DirectionReader, pieces: [Int] = []) -> [FrameEvent] {
  var reader = reader
  var events: [FrameEvent] = []
  var start = 0
  for end in pieces + [bytes.count] where end > start || bytes.isEmpty {
    bytes[start..<end].withUnsafeBytes { reader.read($0, into: &events) }
    start = end
  }
  return merged(events)
}

func merged(_ events: [FrameEvent]) -> [FrameEvent] {
  events.reduce(into: []) { merged, event in
    switch (merged.last, event) {
    case (.data(let stream, let first)?, .data(_, let second)) where first.upperBound == second.lowerBound:
      merged[merged.count - 1] = .data(stream, first.lowerBound..<second.upperBound)
    case (.leftover(let first)?, .leftover(let second)):
      merged[merged.count - 1] = .leftover(first.lowerBound..<second.upperBound)
    default: merged.append(event)
    }
  }
}

extension [FrameEvent] {
  var frames: [Frame] {
    compactMap {
      if case .frame(let frame) = $0 { return frame }
      return nil
    }
  }

  var codes: [HTTP2Diagnostic.Code] {
    compactMap {
      if case .diagnostic(let diagnostic) = $0 { return diagnostic.code }
      return nil
    }
  }

  var blocks: [HeaderBlock] {
    compactMap {
      if case .headerBlock(let block) = $0 { return block }
      return nil
    }
  }
}
