import Exchanges
import Recordings

/// 100 (Continue) on streams (RFC 9110 §10.1.1, RFC 9113 §8.1).
extension Connection {
  /// Waits for what the server says before content is sent; false where it is to be kept back, or the stream has ended.
  func contentMayFollowOnStream(_ id: ExchangeID, waiting nanoseconds: UInt64) async -> Bool {
    guard let run = http2?.runs[id] else { return false }
    if run.isContinued {
      note(.contentAsked, of: id)
    } else if run.hasStatus {
      withholdContent(of: id)
    } else {
      http2?.runs[id]?.contentWaitsUntil = .now().adding(nanoseconds)
      http2?.watch(id)
      note(.contentWaits(nanoseconds: nanoseconds), of: id)
      schedule()
      await wait { $0.http2?.runs[id]?.contentWaitsUntil == nil }
    }
    return http2?.runs[id]?.isContentWithheld == false
  }

  /// A head came on a stream: 100 lets content go, a final response keeps it back.
  func takeAnswerToExpectation(of id: ExchangeID, isContinue: Bool, isFinal: Bool, now: Timestamp) {
    if isContinue { http2?.runs[id]?.isContinued = true }
    guard http2?.runs[id]?.contentWaitsUntil != nil, isContinue || isFinal else { return }
    http2?.runs[id]?.contentWaitsUntil = nil
    if isContinue { note(.contentAsked, at: now, of: id) } else { withholdContent(of: id) }
    wake()
  }

  /// Lets content go that has waited long enough.
  func releaseContent(now: Timestamp) {
    for (id, run) in http2?.runs ?? [:] {
      guard let end = run.contentWaitsUntil, end <= now else { continue }
      http2?.runs[id]?.contentWaitsUntil = nil
      note(.contentUnasked, at: now, of: id)
      wake()
    }
  }

  private func withholdContent(of id: ExchangeID) {
    http2?.runs[id]?.isContentWithheld = true
    note(.contentWithheld, of: id)
  }
}
