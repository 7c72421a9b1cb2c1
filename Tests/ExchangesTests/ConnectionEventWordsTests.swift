import Exchanges
import Testing

@Suite("What happened, in words")
struct ConnectionEventWordsTests {
  private static let four = NetworkAddress(ip: "192.0.2.1", port: 80)
  private static let six = NetworkAddress(ip: "2001:db8::1", port: 80)

  @Test(
    "each thing has its words",
    arguments: [
      (.familyAnswered(.ipv6, addresses: [six], nanoseconds: 12_340_000), "AAAA after 12.3 ms: 2001:db8::1"),
      (.familyFailed(.ipv4, reason: "none", nanoseconds: 400_000), "A after 0.4 ms: none"),
      (.lookupAnswered(addresses: [six, four]), "to be tried in this order: 2001:db8::1, 192.0.2.1"),
      (.connected(local: four, remote: six), "connected 192.0.2.1:80 → [2001:db8::1]:80"),
      (.connected(local: .socket(path: ""), remote: .socket(path: "/run/x")), "connected to /run/x"),
      (.waited(nanoseconds: 1_500_000_000), "waited 1.5 s for a connection to be free"),
      (.sentBefore(on: ConnectionID(3)), "sending the request once more: connection 3 was closed before it answered"),
      (.resumptionOffered(from: ConnectionID(4)), "offering to resume the session of connection 4"),
      (
        .resumable(lifetimeSeconds: 7200, maximumEarlyData: 0), "TLS the session can be resumed for 7200 s"
      ),
      (.unreadDiscarded(bytes: 7), "closing with 7 bytes unread: the system sends a reset (RST) instead of a FIN"),
      (
        .socketSet(
          SocketSettings(
            sendsAtOnce: true, probesSilentPeer: false, sendBuffer: 2, receiveBuffer: 3, maximumSegmentSize: 4,
            congestionControl: "cubic")),
        "socket: buffers 2 bytes out, 3 in, segments of 4 bytes, cubic, no delay, no keep-alive probes"
      ),
    ] as [(ConnectionEvent.Kind, String)])
  func words(kind: ConnectionEvent.Kind, words: String) {
    #expect(kind.sentence == words)
  }

  @Test("ends are told apart: who, how, and whether it went wrong")
  func ends() {
    let ends: [ConnectionEvent.Kind] = [
      .sendingClosed, .peerClosed, .peerReset, .closed(.byPeer), .closed(.byUs), .closed(.abortedByUs), .closed(.reset),
      .closed(.idle), .closed(.timeLimit), .closed(.error("It broke.")),
    ]
    #expect(Set(ends.map(\.sentence)).count == ends.count)
    #expect(ends.filter(\.isProblem) == [.peerReset, .closed(.reset), .closed(.error("It broke."))])
  }
}
