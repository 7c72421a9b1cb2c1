import Exchanges
import Recordings
import Testing

@testable import Connections

@Suite("The life of a connection")
struct ConnectionMachineTests {
  typealias Action = ConnectionMachine.Action
  private static let one = ExchangeID(1)

  private static func at(_ milliseconds: UInt64) -> Timestamp {
    Timestamp(nanoseconds: 1_000_000_000 + milliseconds * 1_000_000)
  }

  /// A machine that is open and carries an exchange.
  private static func running(
    isByHand: Bool = false, mayMoveOn: Bool = false, patience: UInt64? = nil, isSent: Bool = true
  ) -> ConnectionMachine {
    var machine = ConnectionMachine(isByHand: isByHand, now: at(0))
    machine.established(now: at(0))
    let terms = ConnectionMachine.Terms(id: one, mayMoveOn: mayMoveOn, patience: patience)
    let hasBegun = machine.begin(terms, now: at(1))
    #expect(hasBegun)
    if isSent { #expect(machine.requestSent(now: at(2)) == []) }
    return machine
  }

  /// A machine whose exchange has got a final head.
  private static func answered(
    _ code: Int = 200, staysOpen: Bool = true, isSent: Bool = true, isByHand: Bool = false
  ) -> ConnectionMachine {
    var machine = running(isByHand: isByHand, isSent: isSent)
    #expect(machine.received(100, now: at(3)) == [])
    #expect(machine.statusReceived(code) == [])
    machine.headReceived(staysOpen: staysOpen)
    return machine
  }

  @Test("after a whole response the connection is idle and can be used again")
  func keepsAlive() {
    var machine = Self.answered()
    #expect(!machine.isReusable)
    #expect(machine.responseEnded(isMalformed: false, now: Self.at(5)) == [.finish(Self.one, .complete)])
    #expect(machine.isReusable)
    #expect(machine.state == .open)
    let hasBegun = machine.begin(ConnectionMachine.Terms(id: ExchangeID(2)), now: Self.at(6))
    #expect(hasBegun)
    #expect(machine.exchangeCount == 2)
  }

  @Test("a connection that is not to be used again waits a moment for the server's FIN")
  func leaves() {
    var machine = Self.answered(staysOpen: false)
    #expect(machine.responseEnded(isMalformed: false, now: Self.at(5)) == [.finish(Self.one, .complete)])
    #expect(!machine.isReusable)
    let hasBegun = machine.begin(ConnectionMachine.Terms(id: ExchangeID(2)), now: Self.at(6))
    #expect(!hasBegun)
    var other = machine
    #expect(machine.peerClosed(now: Self.at(7)) == [.note(.peerClosed), .close, .note(.closed(.byPeer))])
    #expect(other.deadline == Self.at(1005))
    #expect(other.timerFired(now: Self.at(1005)) == [.close, .note(.closed(.byUs))])
  }

  @Test("an idle connection closes after its time, and at once on the server's FIN")
  func idle() {
    var machine = Self.answered()
    _ = machine.responseEnded(isMalformed: false, now: Self.at(5))
    var other = machine
    #expect(machine.deadline == Self.at(90_005))
    #expect(machine.timerFired(now: Self.at(90_005)).suffix(2) == [.close, .note(.closed(.idle))])
    #expect(machine.state == .closed(.idle))
    #expect(other.peerClosed(now: Self.at(9)) == [.note(.peerClosed), .close, .note(.closed(.byPeer))])
  }

  @Test("a connection that was opened by hand stays half-closed after the server's FIN until it is closed")
  func halfClosedByHand() {
    var machine = Self.answered(staysOpen: false, isByHand: true)
    _ = machine.responseEnded(isMalformed: false, now: Self.at(5))
    #expect(machine.state == .open)
    #expect(!machine.isReusable)
    #expect(machine.peerClosed(now: Self.at(6)) == [.note(.peerClosed)])
    #expect(machine.state == .halfClosed(.remote))
    #expect(machine.canSend)
    #expect(machine.close() == [.close, .note(.closed(.byUs))])
  }

  @Test("closing our side leaves the server's open, and its FIN then ends the connection")
  func closeSending() {
    var machine = Self.running()
    #expect(machine.closeSending(now: Self.at(3)) == [.closeSending, .note(.sendingClosed)])
    #expect(machine.state == .halfClosed(.local))
    #expect(!machine.canSend)
    #expect(machine.closeSending(now: Self.at(4)) == [])
    _ = machine.received(10, now: Self.at(5))
    #expect(machine.statusReceived(200) == [])
    machine.headReceived(staysOpen: false)
    #expect(machine.responseEnded(isMalformed: false, now: Self.at(6)) == [.finish(Self.one, .complete)])
    #expect(machine.peerClosed(now: Self.at(7)).last == .note(.closed(.byPeer)))
  }

  @Test("an early answer that refuses ends the exchange, one that does not lets the request go on")
  func earlyAnswers() {
    var refused = Self.answered(413, isSent: false)
    #expect(
      refused.responseEnded(isMalformed: false, now: Self.at(5)) == [
        .finish(Self.one, .complete), .close, .note(.closed(.byUs)),
      ])
    var accepted = Self.answered(200, isSent: false)
    #expect(accepted.responseEnded(isMalformed: false, now: Self.at(5)) == [])
    #expect(accepted.requestSent(now: Self.at(6)) == [.finish(Self.one, .complete)])
    #expect(accepted.isReusable)
  }

  @Test("a connection that was closed before it answered hands the exchange back only if that is safe")
  func movesOn() {
    var machine = Self.running(mayMoveOn: true)
    #expect(machine.broke(.reset) == [.note(.peerReset), .moveOn(Self.one), .close, .note(.closed(.reset))])
    var answered = Self.running(mayMoveOn: true)
    _ = answered.received(1, now: Self.at(3))
    #expect(!answered.broke(.reset).contains(.moveOn(Self.one)))
    var unsafe = Self.running(mayMoveOn: false)
    guard case .finish(Self.one, .failed(.connectionEnded))? = unsafe.peerClosed(now: Self.at(3)).dropFirst().first
    else {
      Issue.record("an exchange that must not be sent twice fails")
      return
    }
  }

  @Test("a response that ends too early is malformed once it has a status, and a failure before")
  func endsEarly() {
    var machine = Self.answered()
    #expect(
      machine.broke(.reset) == [
        .note(.peerReset), .finish(Self.one, .malformed), .close, .note(.closed(.reset)),
      ])
    #expect(machine.state.word == "reset")
    var early = Self.running()
    _ = early.received(3, now: Self.at(3))
    let reason = ConnectionEndWords.closed(hasBytes: true)
    #expect(early.peerClosed(now: Self.at(4))[1] == .finish(Self.one, .failed(.connectionEnded(reason))))
  }

  @Test("when framing is lost, what follows is waited for, and then the exchange is malformed")
  func framingLost() {
    var machine = Self.answered()
    machine.framingLost()
    _ = machine.received(5, now: Self.at(100))
    #expect(machine.deadline == Self.at(600))
    #expect(machine.timerFired(now: Self.at(600)).first == .finish(Self.one, .malformed))
  }

  @Test("the idle timeout counts from the last byte in either direction")
  func patience() {
    var machine = Self.running(patience: 1_000_000_000)
    #expect(machine.deadline == Self.at(1002))
    machine.moved(now: Self.at(500))
    #expect(machine.timerFired(now: Self.at(1002)) == [])
    let actions = machine.timerFired(now: Self.at(1500))
    let words = ConnectionEndWords.timeout("1 s", hasBytes: false, isSent: true)
    #expect(
      actions == [
        .note(.timedOut(words)), .finish(Self.one, .failed(.timedOut(words))), .close, .note(.closed(.idle)),
      ])
  }

  @Test("bytes that came with the response but after its end make a connection unfit")
  func leftover() {
    var machine = Self.answered()
    #expect(machine.responseEnded(isMalformed: false, leftover: 1, now: Self.at(5)) == [.finish(Self.one, .complete)])
    #expect(!machine.isReusable)
  }

  @Test("bytes that nobody asked for make a connection unfit, and too many of them close it")
  func unasked() {
    var machine = Self.answered()
    _ = machine.responseEnded(isMalformed: false, now: Self.at(5))
    #expect(machine.received(1, now: Self.at(6)) == [])
    #expect(!machine.isReusable)
    #expect(machine.received(2 << 20, now: Self.at(7)).first == .close)
    var byHand = ConnectionMachine(isByHand: true, now: Self.at(0))
    byHand.established(now: Self.at(0))
    #expect(byHand.received(2 << 20, now: Self.at(7)) == [])
  }

  @Test("cancelling and aborting end the exchange and the connection; afterwards nothing happens any more")
  func cancels() {
    var machine = Self.running()
    #expect(machine.cancel(ExchangeID(9)) == [])
    #expect(machine.cancel(Self.one) == [.finish(Self.one, .cancelled), .close, .note(.closed(.byUs))])
    #expect(machine.cancel(Self.one) == [])
    #expect(machine.peerClosed(now: Self.at(9)) == [])
    #expect(machine.close() == [])
    #expect(machine.deadline == nil)
    var aborted = Self.running()
    #expect(aborted.abort() == [.finish(Self.one, .cancelled), .reset, .note(.closed(.abortedByUs))])
  }
}
