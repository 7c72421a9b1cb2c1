import HTTPMessages
import NIOCore

/// Turns a response into the steps that send it, framed for one request (RFC 9112 §6).
struct ResponseFraming {
  /// Whether the connection stays open afterwards.
  let keepsOpen: Bool
  let steps: Steps

  init(_ response: Response, to request: PracticeRequest, mayKeepOpen: Bool) {
    if let raw = response.raw {
      keepsOpen = false
      steps = raw
      return
    }
    let isHead = request.method == "HEAD"
    var fields: [Response.Field] = [.init("Date", HTTPDate.now()), .init("Server", "barewire-practice")]
    fields += response.fields
    var keepsOpen = mayKeepOpen && !response.closes
    var body = Steps([])
    switch response.content {
    case .none:
      if response.status != 204 && response.status != 304 { fields.append(.init("Content-Length", "0")) }
    case .bytes(let bytes):
      fields.append(.init("Content-Length", "\(bytes.count)"))
      body = Steps([.bytes(bytes)])
    case .steps(let steps, let length?):
      fields.append(.init("Content-Length", "\(length)"))
      body = steps
    case .steps(let steps, nil) where request.isHTTP10:
      if !isHead { keepsOpen = false }
      body = steps
    case .steps(let steps, nil):
      fields.append(.init("Transfer-Encoding", "chunked"))
      if !response.trailers.isEmpty {
        fields.append(.init("Trailer", response.trailers.map(\.name).joined(separator: ", ")))
      }
      body = Self.chunked(steps, trailers: response.trailers)
    }
    if !keepsOpen {
      fields.append(.init("Connection", "close"))
    } else if request.isHTTP10 {
      fields.append(.init("Connection", "keep-alive"))
    }
    self.keepsOpen = keepsOpen

    var opening: [Step] = []
    if !request.isHTTP10 {
      for interim in response.interim {
        opening.append(.bytes(Self.head(interim.status, interim.fields)))
        opening.append(.wait(milliseconds: response.delay))
      }
    }
    if response.interim.isEmpty && response.delay > 0 { opening.append(.wait(milliseconds: response.delay)) }
    opening.append(.bytes(Self.head(response.status, fields)))
    steps = isHead || response.status == 204 || response.status == 304 ? Steps(opening) : Steps(opening).then(body)
  }

  /// A response's head: start line, fields and the blank line.
  static func head(_ status: Int, _ fields: [Response.Field]) -> [UInt8] {
    var writer = MessageWriter()
    writer.statusLine(status: status, reason: ReasonPhrase.of(status))
    for field in fields { writer.field(name: field.name, value: field.value) }
    writer.endOfHead()
    return writer.bytes
  }

  private static func chunked(_ steps: Steps, trailers: [Response.Field]) -> Steps {
    var isFinished = false
    return Steps {
      if isFinished { return nil }
      guard let step = steps.next() else {
        isFinished = true
        return .text("0\r\n" + trailers.map { "\($0.name): \($0.value)\r\n" }.joined() + "\r\n")
      }
      guard case .bytes(let bytes, let chunkExtension) = step else { return step }
      var chunk = ByteBuffer()
      chunk.reserveCapacity(bytes.readableBytes + chunkExtension.utf8.count + 16)
      chunk.writeString(String(bytes.readableBytes, radix: 16))
      chunk.writeString(chunkExtension)
      chunk.writeString("\r\n")
      chunk.writeImmutableBuffer(bytes)
      chunk.writeString("\r\n")
      return .bytes(chunk)
    }
  }
}
