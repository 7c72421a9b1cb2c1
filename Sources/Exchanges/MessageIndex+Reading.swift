package import HTTPMessages

extension MessageIndex {
  /// The index of the first message in some bytes that are all there are; nil where no message begins.
  package init?(_ kind: MessageKind, of bytes: [UInt8]) {
    var parser = MessageParser(kind)
    var events = ParseEvents(capacity: 256)
    var index: MessageIndex?
    var hasNext = false
    func take() {
      for event in events {
        if event.kind == .messageStart {
          if index == nil { index = MessageIndex(kind: kind, start: event.start) } else { hasNext = true }
        }
        if !hasNext { index?.take(event) }
      }
      events.removeAll()
    }
    bytes.withUnsafeBytes { buffer in
      var read = 0
      while read < buffer.count, !hasNext {
        read += parser.parse(UnsafeRawBufferPointer(rebasing: buffer[read...]), into: &events)
        take()
      }
    }
    parser.finish(into: &events)
    take()
    guard let index else { return nil }
    self = index
  }
}
