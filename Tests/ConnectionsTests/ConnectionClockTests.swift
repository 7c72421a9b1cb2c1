import Exchanges
import Recordings
import Testing

@testable import Connections

@Suite("What waits for the clock")
struct ConnectionClockTests {
  private static let one = ExchangeID(1)

  private static func at(_ milliseconds: UInt64) -> Timestamp {
    Timestamp(nanoseconds: 1_000_000_000 + milliseconds * 1_000_000)
  }

  /// A machine that carries an exchange, open unless it is still to be established.
  private static func running(
    isOpen: Bool = true, patience: UInt64? = nil, firstByte: UInt64? = nil, end: UInt64? = nil
  ) -> ConnectionMachine {
    var machine = ConnectionMachine(now: at(0))
    if isOpen { machine.established(now: at(0)) }
    let terms = ConnectionMachine.Terms(
      id: one, patience: patience.map { $0 * 1_000_000 }, firstByte: firstByte.map { $0 * 1_000_000 },
      end: end.map { ConnectionMachine.Terms.End(time: at($0), nanoseconds: $0 * 1_000_000) })
    let hasBegun = machine.begin(terms, now: at(0))
    #expect(hasBegun)
    return machine
  }

  @Test("the idle time does not run before the connection is open, the time for all does")
  func establishing() {
    var machine = Self.running(isOpen: false, patience: 10, end: 100)
    #expect(machine.deadline == Self.at(100))
    machine.established(now: Self.at(50))
    #expect(machine.deadline == Self.at(60))
    var slow = Self.running(isOpen: false, end: 100)
    #expect(slow.timerFired(now: Self.at(99)) == [])
    let words = ConnectionEndWords.tookTooLong(nanoseconds: 100_000_000)
    #expect(
      slow.timerFired(now: Self.at(100)) == [
        .note(.timedOut(words)), .finish(Self.one, .failed(.timedOut(words))), .close,
      ])
    #expect(slow.state == .failed(reason: words))
  }

  @Test("the first byte has its time from the request's last byte on, and none once a byte came")
  func firstByte() {
    var machine = Self.running(firstByte: 10)
    #expect(machine.deadline == nil)
    #expect(machine.requestSent(now: Self.at(5)) == [])
    #expect(machine.deadline == Self.at(15))
    var answered = machine
    #expect(answered.received(1, now: Self.at(14)) == [])
    #expect(answered.deadline == nil)
    let words = ConnectionEndWords.noFirstByte(nanoseconds: 10_000_000)
    #expect(
      machine.timerFired(now: Self.at(15)) == [
        .note(.timedOut(words)), .finish(Self.one, .failed(.timedOut(words))), .close, .note(.closed(.timeLimit)),
      ])
  }

  @Test("content waits until 100 came, a final response came, or its time has passed")
  func content() {
    var machine = Self.running()
    #expect(machine.maySendContent == true)
    #expect(
      machine.contentWaits(nanoseconds: 7_000_000, now: Self.at(1)) == [.note(.contentWaits(nanoseconds: 7_000_000))])
    #expect(machine.maySendContent == nil)
    #expect(machine.deadline == Self.at(8))
    var asked = machine
    #expect(asked.continued() == [.note(.contentAsked), .resumeSending])
    #expect(asked.continued() == [])
    #expect(asked.maySendContent == true)
    #expect(asked.deadline == nil)
    var refused = machine
    #expect(refused.statusReceived(417) == [.note(.contentWithheld), .resumeSending])
    #expect(refused.maySendContent == false)
    refused.headReceived(staysOpen: true)
    #expect(
      refused.responseEnded(isMalformed: false, now: Self.at(3)) == [
        .finish(Self.one, .complete), .close, .note(.closed(.byUs)),
      ])
    #expect(machine.timerFired(now: Self.at(8)) == [.note(.contentUnasked), .resumeSending])
    #expect(machine.maySendContent == true)
  }

  @Test("an answer that is faster than the head decides about the content at once")
  func early() {
    var continued = Self.running()
    #expect(continued.continued() == [])
    #expect(continued.contentWaits(nanoseconds: 7, now: Self.at(1)) == [.note(.contentAsked)])
    #expect(continued.maySendContent == true)
    var refused = Self.running()
    #expect(refused.statusReceived(413) == [])
    #expect(refused.contentWaits(nanoseconds: 7, now: Self.at(1)) == [.note(.contentWithheld)])
    #expect(refused.maySendContent == false)
  }

  @Test("each phase of establishing has its own time")
  func phases() {
    var clock = EstablishingClock()
    #expect(clock.deadline == nil)
    clock.begin(.connect, limit: 5_000_000, now: Self.at(0))
    #expect(!clock.hasRunOut(now: Self.at(4)))
    #expect(clock.hasRunOut(now: Self.at(5)))
    clock.begin(.handshake, limit: 5_000_000, now: Self.at(4))
    #expect(!clock.hasRunOut(now: Self.at(8)))
    #expect(clock.phase == .handshake)
    clock.begin(.handshake, limit: nil, now: Self.at(8))
    #expect(!clock.hasRunOut(now: Self.at(1_000_000)))
    clock.begin(.connect, limit: 1, now: Self.at(8))
    clock.stop()
    #expect(clock.deadline == nil)
  }
}
