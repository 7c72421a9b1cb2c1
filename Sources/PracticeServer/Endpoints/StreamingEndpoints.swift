import NIOCore

/// Content that takes its time, or whose length nobody knows beforehand.
enum StreamingEndpoints {
  static let all = [
    PracticeEndpoint(
      "GET", "/chunked", example: "/chunked?count=5&size=100&trailers=1",
      "?count= chunks (5) of ?size= bytes (10), with extensions; ?trailers=1 adds trailers", answer: chunked),
    PracticeEndpoint(
      "GET", "/trickle/{count}", example: "/trickle/200?rate=20", "this many bytes, ?rate= bytes per second (10)",
      answer: trickle),
    PracticeEndpoint(
      "GET", "/events", example: "/events?count=5&interval=500",
      "?count= server-sent events (10), one each ?interval= milliseconds (1000)", answer: events),
  ]

  private static func chunked(_ request: PracticeRequest, _ state: ServerState) -> Response {
    let count = request.target.number("count", standard: 5, in: 0...1_000_000)
    let size = request.target.number("size", standard: 10, in: 1...(1 << 20))
    let pattern = Array("0123456789".utf8)
    let chunk = ByteBuffer(bytes: (0..<size).map { pattern[$0 % pattern.count] })
    var sent = 0
    let steps = Steps {
      guard sent < count else { return nil }
      sent += 1
      // Only the first chunks have extensions: a million of them would weigh more than the content.
      let chunkExtension = sent == 1 ? ";first=yes" : sent == 2 ? ";note=\"an \\\"extension\\\"\"" : ""
      return .bytes(chunk, chunkExtension: chunkExtension)
    }
    var response = Response(
      fields: [Response.Field("Content-Type", "text/plain; charset=utf-8")], content: .steps(steps, length: nil))
    if request.target["trailers"] == "1" {
      response.trailers = [
        Response.Field("X-Chunks", "\(count)"), Response.Field("X-Content-Bytes", "\(count * size)"),
      ]
    }
    return response
  }

  private static func trickle(_ request: PracticeRequest, _ state: ServerState) -> Response {
    guard let count = ByteCount.parse(request.captures[0]) else {
      return .problem(400, "The size must be a number of bytes up to 10G, such as 500, 64k, 3M or 1G.")
    }
    let rate = request.target.number("rate", standard: 10, in: 1...(1 << 30))
    // At most ten writes a second; slower than that, one byte at a time.
    let size = max(1, rate / 10)
    var sent = 0
    var isWaiting = false
    let steps = Steps {
      guard sent < count else { return nil }
      isWaiting.toggle()
      if !isWaiting { return .wait(milliseconds: max(1, size * 1000 / rate)) }
      let length = min(size, count - sent)
      let bytes = (sent..<sent + length).map { $0 % 64 == 63 ? UInt8(0x0A) : UInt8(ascii: "a") + UInt8($0 % 26) }
      sent += length
      return .bytes(bytes)
    }
    return Response(
      fields: [Response.Field("Content-Type", "text/plain; charset=utf-8")], content: .steps(steps, length: count))
  }

  private static func events(_ request: PracticeRequest, _ state: ServerState) -> Response {
    let count = request.target.number("count", standard: 10, in: 1...1_000_000)
    let interval = request.target.number("interval", standard: 1000, in: 0...60_000)
    var sent = 0
    var isWaiting = false
    let steps = Steps {
      if isWaiting {
        isWaiting = false
        return .wait(milliseconds: interval)
      }
      guard sent < count else { return nil }
      sent += 1
      isWaiting = sent < count && interval > 0
      let opening = sent == 1 ? ": a comment first\nretry: 3000\n\n" : ""
      return .text("\(opening)id: \(sent)\nevent: tick\ndata: {\"tick\":\(sent)}\n\n")
    }
    return Response(
      fields: [Response.Field("Content-Type", "text/event-stream"), Response.Field("Cache-Control", "no-store")],
      content: .steps(steps, length: nil))
  }
}
