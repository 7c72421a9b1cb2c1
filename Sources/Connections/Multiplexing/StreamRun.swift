import Exchanges
import HTTP2
import Recordings

/// An exchange on a stream of its own: its terms, and how far it has come.
///
/// A class because it changes with each frame; it belongs to its connection's actor.
final class StreamRun {
  /// What became of a stream that ended before its response was whole.
  enum Loss: Sendable, Equatable {
    /// The request was not looked at, or may be repeated: it goes to another connection.
    case moveOn
    case failed(ExchangeFailure)
    case malformed
  }

  let terms: ConnectionMachine.Terms
  /// Reads the request's bytes, which are those of HTTP/1.
  var translator: MessageTranslator
  var stream: StreamID?
  var requestSent: Timestamp?
  var lastActivity: Timestamp
  var hasAnswer = false
  var hasStatus = false
  /// Until when the content waits for 100 (Continue); nil where it does not.
  var contentWaitsUntil: Timestamp?
  /// 100 (Continue) came.
  var isContinued = false
  /// A final response came instead of it: the content is not sent.
  var isContentWithheld = false
  /// The last error that is about this stream, or about what was said on it; a sentence.
  var finding: String?
  /// It went out once before: a server that refuses everything is not asked for ever.
  var isSecondTry = false

  /// Its request went out in HTTP/1.1, before the connection spoke HTTP/2.
  var isUpgraded = false

  init(_ terms: ConnectionMachine.Terms, _ scheme: Endpoint.Scheme, now: Timestamp) {
    self.terms = terms
    translator = MessageTranslator(requestWithScheme: scheme.rawValue)
    lastActivity = now
  }

  /// When the next of its times runs out; nil where none does.
  var deadline: Timestamp? {
    guard let contentWaitsUntil else { return next?.time }
    return min(contentWaitsUntil, next?.time ?? contentWaitsUntil)
  }

  /// The sentence of the time that has run out by now; nil where none has.
  func timedOut(now: Timestamp) -> String? {
    guard let next, next.time <= now else { return nil }
    return words(of: next.wait)
  }

  /// What an end of the connection, or of the stream, means for the exchange; what is sent by hand stays where it is.
  func loss(_ sentence: String, isUntouched: Bool = false) -> Loss {
    if !isSecondTry, !terms.isByHand, isUntouched || !hasAnswer && terms.mayMoveOn { return .moveOn }
    return hasStatus ? .malformed : .failed(.connectionEnded(sentence))
  }

  private enum Wait {
    case end, firstByte, silence
  }

  private var next: (time: Timestamp, wait: Wait)? {
    var next: (time: Timestamp, wait: Wait)?
    func take(_ time: Timestamp, _ wait: Wait) {
      if next.map({ time < $0.time }) ?? true { next = (time, wait) }
    }
    if let end = terms.end { take(end.time, .end) }
    if let firstByte = terms.firstByte, let requestSent, !hasAnswer {
      take(requestSent.adding(firstByte), .firstByte)
    }
    if let patience = terms.patience { take(lastActivity.adding(patience), .silence) }
    return next
  }

  private func words(of wait: Wait) -> String {
    switch wait {
    case .end: ConnectionEndWords.tookTooLong(nanoseconds: terms.end?.nanoseconds ?? 0)
    case .firstByte: ConnectionEndWords.noFirstByte(nanoseconds: terms.firstByte ?? 0)
    case .silence:
      ConnectionEndWords.timeout(
        Length.words(nanoseconds: terms.patience ?? 0), hasBytes: hasAnswer, isSent: requestSent != nil)
    }
  }
}
