import BenchmarkSupport
import JSONPath
import JSONText

/// Evaluates a query on records that are made as they are read, or, without a query, only reads their tokens.
///
/// Arguments: bytes of records, and a query.
struct QueryWork: Work {
  static let name = "query"

  private let body: RepeatedRecords
  private let query: JSONPathQuery?

  init(_ arguments: [String]) throws {
    guard (1...2).contains(arguments.count), let size = Int(arguments[0]) else {
      throw MeasurementFailure("\(Self.name) takes a number of bytes and a query.")
    }
    body = RepeatedRecords(bytes: size)
    query = arguments.count == 2 ? try JSONPathQuery(arguments[1]) : nil
  }

  func run() throws -> [String: Double] {
    let began = Moment.now
    let found = try query.map(matches) ?? tokens()
    return ["milliseconds": began.milliseconds, "bytes": Double(body.count), "found": Double(found)]
  }

  private func matches(of query: JSONPathQuery) throws -> Int {
    var count = 0
    try query.forEachMatch(in: body) { _, _ in
      count += 1
      return true
    }
    return count
  }

  private func tokens() throws -> Int {
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
}
