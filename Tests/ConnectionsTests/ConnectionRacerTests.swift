import Exchanges
import Recordings
import Testing

@testable import Connections

@Suite("Happy Eyeballs")
struct ConnectionRacerTests {
  private static let four = NetworkAddress(ip: "192.0.2.1", port: 80)
  private static let four2 = NetworkAddress(ip: "192.0.2.2", port: 80)
  private static let six = NetworkAddress(ip: "2001:db8::1", port: 80)
  private static let six2 = NetworkAddress(ip: "2001:db8::2", port: 80)

  private static func at(_ milliseconds: UInt64) -> Timestamp {
    Timestamp(nanoseconds: 1_000_000_000 + milliseconds * 1_000_000)
  }

  /// A racer whose look-ups have begun.
  private static func started() -> ConnectionRacer {
    var racer = ConnectionRacer(host: "example.com", port: 80)
    #expect(
      racer.start(now: at(0)) == [
        .note(.lookupStarted(host: "example.com")), .lookUp(.ipv6), .lookUp(.ipv4),
      ])
    return racer
  }

  private static func attempt(_ address: NetworkAddress) -> [ConnectionRacer.Action] {
    [.note(.attemptStarted(address)), .attempt(address)]
  }

  @Test("addresses of both families take turns, IPv6 first, 250 ms apart")
  func interleaves() {
    var racer = Self.started()
    #expect(
      racer.answered(.ipv4, .success([Self.four, Self.four2]), now: Self.at(1))
        == [.note(.familyAnswered(.ipv4, addresses: [Self.four, Self.four2], nanoseconds: 1_000_000))])
    let order = [Self.six, Self.four, Self.six2, Self.four2]
    #expect(
      racer.answered(.ipv6, .success([Self.six, Self.six2]), now: Self.at(2))
        == [
          .note(.familyAnswered(.ipv6, addresses: [Self.six, Self.six2], nanoseconds: 2_000_000)),
          .note(.lookupAnswered(addresses: order)),
        ] + Self.attempt(Self.six))
    #expect(racer.deadline == Self.at(252))
    #expect(racer.timerFired(now: Self.at(251)) == [])
    #expect(racer.timerFired(now: Self.at(252)) == Self.attempt(Self.four))
    #expect(racer.timerFired(now: Self.at(502)) == Self.attempt(Self.six2))
    #expect(racer.timerFired(now: Self.at(752)) == Self.attempt(Self.four2))
    #expect(racer.deadline == nil)
  }

  @Test("IPv4 addresses wait 50 ms for those of IPv6, and no longer")
  func waitsForIPv6() {
    var racer = Self.started()
    #expect(
      racer.answered(.ipv4, .success([Self.four]), now: Self.at(10))
        == [.note(.familyAnswered(.ipv4, addresses: [Self.four], nanoseconds: 10_000_000))])
    #expect(racer.deadline == Self.at(60))
    #expect(
      racer.timerFired(now: Self.at(60))
        == [.note(.lookupAnswered(addresses: [Self.four]))] + Self.attempt(Self.four))
    // The late family takes its turn when the first attempt has had its time.
    #expect(
      racer.answered(.ipv6, .success([Self.six]), now: Self.at(100))
        == [
          .note(.familyAnswered(.ipv6, addresses: [Self.six], nanoseconds: 100_000_000)),
          .note(.lookupAnswered(addresses: [Self.six])),
        ])
    #expect(racer.deadline == Self.at(350))
    #expect(racer.timerFired(now: Self.at(350)) == Self.attempt(Self.six))
  }

  @Test("a failed attempt is followed by the next at once")
  func nextAtOnce() {
    var racer = Self.started()
    _ = racer.answered(.ipv6, .success([Self.six]), now: Self.at(0))
    _ = racer.answered(.ipv4, .success([Self.four]), now: Self.at(1))
    #expect(
      racer.attemptFailed(Self.six, reason: "connection refused", now: Self.at(2))
        == [.note(.attemptFailed(Self.six, reason: "connection refused"))] + Self.attempt(Self.four))
  }

  @Test("the winner cancels the others, and one that succeeds too late is closed")
  func winnerCancels() {
    var racer = Self.started()
    _ = racer.answered(.ipv6, .success([Self.six]), now: Self.at(0))
    _ = racer.answered(.ipv4, .success([Self.four]), now: Self.at(0))
    _ = racer.timerFired(now: Self.at(250))
    #expect(
      racer.attemptSucceeded(Self.four) == [
        .cancel(Self.six), .note(.attemptCancelled(Self.six)), .won(Self.four),
      ])
    #expect(racer.attemptSucceeded(Self.six) == [.cancel(Self.six)])
    #expect(racer.deadline == nil)
  }

  @Test("when everything failed, the sentence names each attempt")
  func allFailed() {
    var racer = Self.started()
    _ = racer.answered(.ipv6, .success([Self.six]), now: Self.at(0))
    _ = racer.answered(.ipv4, .success([Self.four]), now: Self.at(0))
    _ = racer.attemptFailed(Self.six, reason: "connection refused", now: Self.at(1))
    let actions = racer.attemptFailed(Self.four, reason: "no answer", now: Self.at(2))
    #expect(
      actions.last
        == .failed(
          .connect(
            "No connection to example.com: check the host, the port and the network "
              + "([2001:db8::1]:80: connection refused; 192.0.2.1:80: no answer).")))
  }

  @Test("a name without addresses fails with what to do; one family's failure alone does not")
  func unknownName() {
    var racer = Self.started()
    #expect(
      racer.answered(.ipv6, .failure(.noSuchName), now: Self.at(1))
        == [.note(.familyFailed(.ipv6, reason: "none", nanoseconds: 1_000_000))])
    let reason = "No such host “example.com”: check the name."
    #expect(
      racer.answered(.ipv4, .failure(.noSuchName), now: Self.at(2)) == [
        .note(.familyFailed(.ipv4, reason: "none", nanoseconds: 2_000_000)), .note(.lookupFailed(reason: reason)),
        .failed(.lookup(reason)),
      ])
    var other = Self.started()
    _ = other.answered(.ipv6, .failure(.noAnswer), now: Self.at(1))
    #expect(other.answered(.ipv4, .success([Self.four]), now: Self.at(2)).suffix(2) == Self.attempt(Self.four))
  }

  @Test("an address needs no look-up")
  func literal() {
    var racer = ConnectionRacer(host: "192.0.2.1", port: 80)
    #expect(racer.start(given: [Self.four], now: Self.at(0)) == Self.attempt(Self.four))
    #expect(
      racer.attemptFailed(Self.four, reason: "connection refused", now: Self.at(1)).last
        == .failed(
          .connect(
            "No connection to 192.0.2.1: nothing listens on port 80 there; check the port, or start the server "
              + "(192.0.2.1:80: connection refused).")))
  }

  @Test("addresses that are given are tried in turns without a look-up, and only those of the families that are used")
  func given() {
    var racer = ConnectionRacer(host: "example.com", port: 80)
    #expect(racer.start(given: [Self.four, Self.six], now: Self.at(0)) == Self.attempt(Self.six))
    #expect(racer.timerFired(now: Self.at(250)) == Self.attempt(Self.four))
    var restricted = ConnectionRacer(host: "example.com", port: 80, families: [.ipv4])
    #expect(restricted.start(given: [Self.four, Self.six], now: Self.at(0)) == Self.attempt(Self.four))
    #expect(restricted.deadline == nil)
    var none = ConnectionRacer(host: "example.com", port: 80, families: [.ipv6])
    let words = "No connection to example.com: it has only addresses of another kind, and only IPv6 is used."
    #expect(none.start(given: [Self.four], now: Self.at(0)) == [.failed(.connect(words))])
    #expect(none.isOver)
  }

  @Test("only the family that is used is looked up, and nothing waits for the other")
  func oneFamily() {
    var racer = ConnectionRacer(host: "example.com", port: 80, families: [.ipv4])
    #expect(racer.start(now: Self.at(0)) == [.note(.lookupStarted(host: "example.com")), .lookUp(.ipv4)])
    #expect(racer.answered(.ipv4, .success([Self.four]), now: Self.at(1)).suffix(2) == Self.attempt(Self.four))
  }

  @Test("a socket's path is tried whatever the families, and its failure is told in its own words")
  func socket() {
    let path = NetworkAddress.socket(path: "/run/some.sock")
    var racer = ConnectionRacer(host: "example.com", port: 80, families: [.ipv6])
    #expect(racer.start(given: [path], now: Self.at(0)) == Self.attempt(path))
    #expect(
      racer.attemptFailed(path, reason: "there is no such file", now: Self.at(1)).last
        == .failed(
          .connect(
            "No connection to the socket /run/some.sock (there is no such file): check the path, and that the server "
              + "runs and lets you in.")))
  }

  @Test("giving up cancels what is under way, and later answers change nothing")
  func givesUp() {
    var racer = Self.started()
    _ = racer.answered(.ipv6, .success([Self.six]), now: Self.at(0))
    #expect(racer.giveUp() == [.cancel(Self.six), .note(.attemptCancelled(Self.six))])
    #expect(racer.answered(.ipv4, .success([Self.four]), now: Self.at(5)) == [])
    #expect(racer.attemptFailed(Self.six, reason: "cancelled", now: Self.at(5)) == [])
    #expect(racer.timerFired(now: Self.at(900)) == [])
  }

  @Test(
    "hosts that are addresses are told from names",
    arguments: [
      ("127.0.0.1", true), ("::1", true), ("fe80::1%lo", true), ("localhost", false), ("127.1", false),
      ("1.2.3.4.5", false), ("", false), ("::g", false),
    ])
  func literals(host: String, isLiteral: Bool) {
    #expect((IPAddress.literal(host, port: 80) != nil) == isLiteral)
  }
}
