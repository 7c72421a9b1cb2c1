import JSONPath

/// `{"data": [record, …]}`, the same record again and again: bytes that are made as they are read, so that a process's
/// peak of memory is that of what reads them.
struct RepeatedRecords: JSONBytes {
  private static let head = Array(#"{"data": ["#.utf8)
  private static let record = Array(
    #"{"id": 1234567, "name": "a name of some length", "tags": ["one", "two"], "place": {"name": "here", "x": 12.5, "y": -3.25e2}, "text": "Lorem ipsum dolor sit amet, consectetur adipisici elit, sed eiusmod tempor incidunt"},"#
      .utf8)
  private static let tail = Array(#"{"id": 77, "name": "name 77"}]}"#.utf8)
  private let records: Int
  var count: Int { Self.head.count + records * Self.record.count + Self.tail.count }

  /// As many records as make about so many bytes.
  init(bytes: Int) {
    records = bytes / Self.record.count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
    var written = 0
    while written < buffer.count {
      let place = offset + written - Self.head.count
      let source: ArraySlice<UInt8>
      if place < 0 {
        source = Self.head[(place + Self.head.count)...]
      } else if place < records * Self.record.count {
        source = Self.record[(place % Self.record.count)...]
      } else {
        source = Self.tail[(place - records * Self.record.count)...]
      }
      let count = min(source.count, buffer.count - written)
      source.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(rebasing: buffer[written..<written + count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
      }
      written += count
    }
  }
}
