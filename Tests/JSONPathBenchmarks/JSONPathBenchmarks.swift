import Glibc
import JSONPath
import JSONText

/// How fast queries go through a body, beside the tokenizer alone: bytes that are made as they are read, so that the
/// process's peak of memory is that of the query.
@main
struct JSONPathBenchmarks {
  static func main() throws {
    let megabytes = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1024
    let body = RepeatedRecords(records: (megabytes << 20) / RepeatedRecords.record.count)
    let clock = ContinuousClock()
    func row(_ name: String, _ run: () throws -> Int) rethrows {
      var found = 0
      let time = try clock.measure { found = try run() }
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      let rate = Double(body.count) / seconds / 1e6
      print("\(name): \(Int(rate)) MB/s, \(found) found, peak \(peakMemory()) kB")
    }
    try row("tokenizer alone") { try tokens(of: body) }
    for text in CommandLine.arguments.dropFirst(2).isEmpty
      ? [
        "$.data[*].name", "$..name", "$..*", "$.data[?@.id == 77].name", "$.data[-1]", "$.data[::-1].id",
        "$.data[*]['name','id']", "$.data[?match(@.name, '.*77')]", "$..[?@.id == 77]",
      ] : Array(CommandLine.arguments.dropFirst(2))
    {
      let query = try JSONPathQuery(text)
      try row(text) {
        var count = 0
        try query.forEachMatch(in: body) { _, _ in
          count += 1
          return true
        }
        return count
      }
    }
  }

  private static func tokens(of body: RepeatedRecords) throws -> Int {
    var tokenizer = JSONTokenizer(.lenient)
    var count = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
    defer { buffer.deallocate() }
    for start in stride(from: 0, to: body.count, by: buffer.count) {
      let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, body.count - start)])
      body.read(into: piece, at: start)
      var position = 0
      while try tokenizer.next(UnsafeRawBufferPointer(piece), at: &position) != nil { count += 1 }
    }
    return count
  }

  /// The process's peak resident set, kibibytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}

/// `{"data": [record, …]}`, the same record again and again.
private struct RepeatedRecords: JSONBytes {
  static let head = Array(#"{"data": ["#.utf8)
  static let record = Array(
    #"{"id": 1234567, "name": "a name of some length", "tags": ["one", "two"], "place": {"name": "here", "x": 12.5, "y": -3.25e2}, "text": "Lorem ipsum dolor sit amet, consectetur adipisici elit, sed eiusmod tempor incidunt"},"#
      .utf8)
  static let tail = Array(#"{"id": 77, "name": "name 77"}]}"#.utf8)
  let records: Int
  var count: Int { Self.head.count + records * Self.record.count + Self.tail.count }

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
