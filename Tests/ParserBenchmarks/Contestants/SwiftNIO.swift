import HTTPMessages
import NIOCore
import NIOEmbedded
import NIOHTTP1

/// NIO's decoder in a channel without a socket; its parts end in a handler that drops them.
struct SwiftNIO: Contestant {
  let name = "NIOHTTP1 HTTPDecoder"

  func reading(_ input: Input) throws -> (any Reading)? {
    try NIOReading(input)
  }
}

private final class NIOReading: Reading {
  private let input: Input
  private let channel = EmbeddedChannel()
  private let counter = MessageCounter()
  /// The input as a socket would give it.
  private let reads: [ByteBuffer]

  init(_ input: Input) throws {
    self.input = input
    reads = stride(from: 0, to: input.bytes.count, by: input.readSize).map {
      ByteBuffer(bytes: input.bytes[$0..<min(input.bytes.count, $0 + input.readSize)])
    }
    let operations = channel.pipeline.syncOperations
    try operations.addHandler(WriteSink())
    if input.kind == .request {
      try operations.addHandler(ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)))
      try operations.addHandler(PartSink<HTTPRequestHead>(counter))
    } else {
      try operations.addHandler(ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes)))
      try operations.addHandler(PartSink<HTTPResponseHead>(counter))
    }
  }

  deinit {
    _ = try? channel.finish(acceptAlreadyClosed: true)
  }

  /// Tells the decoder of the requests that the responses answer.
  func prepare(passes: Int) {
    guard input.kind == .response else { return }
    let operations = channel.pipeline.syncOperations
    let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
    for _ in 0..<(passes * input.messageCount) {
      operations.write(NIOAny(HTTPClientRequestPart.head(head)), promise: nil)
    }
  }

  func read(passes: Int) -> Int {
    let operations = channel.pipeline.syncOperations
    let before = counter.count
    for _ in 0..<passes {
      for buffer in reads {
        operations.fireChannelRead(NIOAny(buffer))
        operations.fireChannelReadComplete()
      }
    }
    return counter.count - before
  }
}

/// Counts messages and drops what it gets.
private final class PartSink<Head: Equatable & Sendable>: ChannelInboundHandler {
  typealias InboundIn = HTTPPart<Head, ByteBuffer>

  private let counter: MessageCounter

  init(_ counter: MessageCounter) {
    self.counter = counter
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .end = unwrapInboundIn(data) { counter.count += 1 }
  }
}

private final class MessageCounter {
  var count = 0
}

/// Ends the requests before they reach the channel.
private final class WriteSink: ChannelOutboundHandler {
  typealias OutboundIn = HTTPClientRequestPart

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    promise?.succeed()
  }
}
