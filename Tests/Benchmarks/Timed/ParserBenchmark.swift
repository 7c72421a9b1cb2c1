import HTTPMessages

/// The parser alone: heads that stand together in memory, and chunked content in reads of 64 KiB.
struct ParserBenchmark: Benchmark {
  let name = "parser"
  let summary = "heads and chunks read by the parser"

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    [
      head("a response of an API", .response, ParserSamples.response),
      head("a response of 40 fields", .response, ParserSamples.manyFields),
      head("a browser's request", .request, ParserSamples.request),
      chunks("chunks of 10 bytes", size: 10, count: 100_000),
      chunks("chunks of 16 KiB", size: 16 << 10, count: 1024),
    ]
  }

  private func head(_ what: String, _ kind: MessageKind, _ message: [UInt8]) -> Report.Row {
    let repeats = 2000
    let bytes = (0..<repeats).flatMap { _ in message }
    var parser = MessageParser(kind)
    var events = ParseEvents()
    let nanoseconds =
      Self.least(slices: 60) {
        Self.feed(bytes, piece: 64 << 10, to: &parser, &events)
      } * 1e6 / Double(repeats)
    return Report.Row(
      what: "parser: \(what), \(message.count) bytes", barewire: "\(Text.number(nanoseconds)) ns",
      beside: "\(Text.number(1000 / nanoseconds)) M heads/s, \(Text.number(Double(message.count) / nanoseconds)) GB/s")
  }

  private func chunks(_ what: String, size: Int, count: Int) -> Report.Row {
    let chunk = Array("\(String(size, radix: 16))\r\n".utf8) + Array(repeating: 0x61, count: size) + [0x0D, 0x0A]
    let bytes = ParserSamples.chunkedHead + (0..<count).flatMap { _ in chunk } + Array("0\r\n\r\n".utf8)
    var parser = MessageParser(.response)
    var events = ParseEvents()
    let nanoseconds =
      Self.least(slices: 30) {
        Self.feed(bytes, piece: 64 << 10, to: &parser, &events)
      } * 1e6
    return Report.Row(
      what: "parser: \(what)", barewire: "\(Text.number(nanoseconds / Double(count))) ns a chunk",
      beside: "\(Text.number(Double(bytes.count) / nanoseconds)) GB/s")
  }

  /// Milliseconds of the fastest of some slices.
  private static func least(slices: Int, _ body: () -> Void) -> Double {
    Samples(
      (0..<slices).map { _ in
        let began = Moment.now
        body()
        return began.milliseconds
      }
    ).least
  }

  private static func feed(
    _ bytes: [UInt8], piece: Int, to parser: inout MessageParser, _ events: inout ParseEvents
  ) {
    bytes.withUnsafeBytes { all in
      var start = 0
      while start < all.count {
        let end = min(all.count, start + piece)
        while start < end {
          start += parser.parse(UnsafeRawBufferPointer(rebasing: all[start..<end]), into: &events)
          events.removeAll()
        }
      }
    }
  }
}
