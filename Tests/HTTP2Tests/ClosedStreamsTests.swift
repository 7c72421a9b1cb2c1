import Testing

@testable import HTTP2

@Suite struct ClosedStreamsTests {
  @Test("of streams that ended the newest are remembered, and each as was said last")
  func capacity() {
    let streams = (0..<UInt32(ClosedStreams.capacity + 10)).map { StreamID(2 * $0 + 1) }
    var closed = ClosedStreams()
    for stream in streams.prefix(ClosedStreams.capacity) { closed.insert(stream, .ended) }
    closed.insert(streams[0], .resetByPeer)
    #expect(closed[streams[0]] == .resetByPeer)
    for stream in streams.suffix(10) { closed.insert(stream, .resetHere) }
    #expect(streams.prefix(10).allSatisfy { closed[$0] == nil })
    #expect(streams.dropFirst(10).dropLast(10).allSatisfy { closed[$0] == .ended })
    #expect(streams.suffix(10).allSatisfy { closed[$0] == .resetHere })
    for stream in streams { closed.insert(stream, .resetByPeer) }
    #expect(streams.suffix(ClosedStreams.capacity).count { closed[$0] != nil } == ClosedStreams.capacity)
  }
}
