import HTTP2
import NIOCore
import Testing

@testable import PracticeServer

@Suite("HTTP/2 connections without a socket")
struct HTTP2ConnectionTests {
  private let now = NIODeadline.uptimeNanoseconds(1_000_000_000)

  /// What a client sends: a request without content, and one with content of unknown length.
  private func requests() throws -> [UInt8] {
    var client = HTTP2Machine(.client, configuration: .client)
    client.start(now: 0)
    let fields = [HeaderField(":scheme", "http"), HeaderField(":authority", "a")]
    _ = try client.openStream(
      [HeaderField(":method", "GET"), HeaderField(":path", "/hello")] + fields, endStream: true)
    let stream = try client.openStream(
      [HeaderField(":method", "POST"), HeaderField(":path", "/echo")] + fields, endStream: false)
    _ = Array("content".utf8).withUnsafeBytes { client.send($0, on: stream, endStream: true) }
    return client.takeOutput()
  }

  /// All that a connection writes until it wants to read.
  private func output(of connection: inout PracticeConnection) -> [UInt8] {
    var bytes: [UInt8] = []
    while case .write(let written) = connection.next(now: now) { bytes += written.readableBytesView }
    return bytes
  }

  private func answers(to pieces: [ArraySlice<UInt8>]) -> [StreamID: String] {
    var connection = PracticeConnection(router: Router(PracticeServer.endpoints), state: ServerState())
    var client = HTTP2Machine(.client, configuration: .client)
    client.start(now: 0)
    for path in ["/hello", "/echo"] {
      _ = try? client.openStream(
        [HeaderField(":method", path == "/echo" ? "POST" : "GET"), HeaderField(":path", path)], endStream: true)
    }
    var texts: [StreamID: String] = [:]
    for piece in pieces {
      piece.withUnsafeBytes { connection.receive($0, now: now) }
      let bytes = output(of: &connection)
      let start = client.reader.offset
      bytes.withUnsafeBytes { client.received($0, now: 0) }
      for case .content(let stream, let range) in client.takeEvents() {
        let slice = bytes[range.lowerBound - start..<range.upperBound - start]
        texts[stream, default: ""] += String(decoding: slice, as: UTF8.self)
      }
    }
    #expect(client.failure == nil)
    return texts
  }

  @Test("requests are answered in the same way at every cut")
  func cuts() throws {
    let bytes = try requests()
    let expected: [StreamID: String] = [
      1: #"{"hello":"world"}"#,
      3: "POST /echo HTTP/1.1\r\nHost: a\r\ntransfer-encoding: chunked\r\n\r\n7\r\ncontent\r\n0\r\n\r\n",
    ]
    #expect(answers(to: [bytes[...]]) == expected)
    // Content that came in two pieces makes two chunks, so that only cuts before it are the same.
    for cut in 1..<bytes.count - "content".utf8.count {
      #expect(answers(to: [bytes[..<cut], bytes[cut...]]) == expected, "\(cut)")
    }
    #expect(answers(to: bytes.indices.map { bytes[$0...$0] })[1] == expected[1])
  }

  @Test("a wait of one stream is a moment to wake at, and the end of the input ends what waits for nothing")
  func waiting() throws {
    var connection = PracticeConnection(router: Router(PracticeServer.endpoints), state: ServerState())
    var client = HTTP2Machine(.client, configuration: .client)
    client.start(now: 0)
    let fields = [HeaderField(":method", "GET"), HeaderField(":scheme", "http"), HeaderField(":authority", "a")]
    _ = try client.openStream(fields + [HeaderField(":path", "/delay/1500")], endStream: true)
    _ = try client.openStream(fields + [HeaderField(":path", "/broken/silent")], endStream: true)
    client.takeOutput().withUnsafeBytes { connection.receive($0, now: now) }
    _ = output(of: &connection)
    guard case .read(let moment) = connection.next(now: now) else {
      Issue.record("it wants to read")
      return
    }
    #expect(moment == now + .milliseconds(1500))
    connection.receiveEnd(now: now)
    guard case .write(let answer) = connection.next(now: now + .milliseconds(1500)) else {
      Issue.record("the answer is written")
      return
    }
    #expect(answer.readableBytesView.suffix(16).elementsEqual(#"{"delayed":1500}"#.utf8))
    guard case .finish = connection.next(now: now + .milliseconds(1500)) else {
      Issue.record("the silent stream holds nothing up")
      return
    }
  }
}
