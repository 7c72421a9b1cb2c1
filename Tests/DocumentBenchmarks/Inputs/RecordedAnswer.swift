import BenchmarkSupport
import Documents
import Exchanges
import Glibc
import HTTPMessages
import Recordings

/// An exchange whose answer has the content of a file, recorded as a connection would have.
struct RecordedAnswer {
  private let recording: ExchangeRecording

  /// Reads the file piece by piece; the recording keeps it in memory or on the disk as always.
  init(_ path: String, type: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MeasurementFailure.system("open", errno) }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    lseek(descriptor, 0, SEEK_SET)
    var bytes = Recording(SpoolConfiguration())
    var parser = MessageParser(.response)
    var events = ParseEvents()
    var index = MessageIndex(kind: .response, start: 0)
    func receive(_ piece: UnsafeRawBufferPointer) throws {
      try bytes.append(.received, piece, at: .now())
      var read = 0
      while read < piece.count {
        read += parser.parse(UnsafeRawBufferPointer(rebasing: piece[read...]), into: &events)
        for event in events { index.take(event) }
        events.removeAll()
      }
    }
    try Array("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(size)\r\n\r\n".utf8)
      .withUnsafeBytes { try receive($0) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      guard count >= 0 else { throw MeasurementFailure.system("read", errno) }
      if count == 0 { break }
      try receive(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    var summary = ExchangeSummary(
      id: ExchangeID(1), timings: Timings(started: .now()), requestMethod: "GET", requestTarget: "/")
    summary.outcome = .complete
    recording = ExchangeRecording(
      summary: summary, plain: bytes.snapshot, wire: nil, sentRange: 0..<0, receivedRange: 0..<bytes.receivedCount,
      request: nil, responses: [index], connectionBegan: .now())
  }

  /// A store that knows the exchange.
  func store() async throws -> DocumentStore {
    let store = DocumentStore()
    try await store.update(recording)
    return store
  }

  func key(_ view: DocumentView, columns: Int = 0) -> DocumentKey {
    DocumentKey(exchange: ExchangeID(1), view: view, columns: columns)
  }
}

extension DocumentStore {
  /// Milliseconds until all rows of a document are known, asked for now and then as a screen does; and how many.
  func index(_ key: DocumentKey) async throws -> (milliseconds: Double, rows: Int) {
    let began = Moment.now
    while true {
      let window = try await window(key, rows: 0..<60)
      if window.isComplete { return (began.milliseconds, window.totalRows) }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
