import Exchanges
import HTTPMessages
import Recordings

extension ExchangeRecording {
  /// The response that ends the exchange, as far as it has come; nil while there are only interim ones (1xx).
  ///
  /// A status code that is no number is final, like 101, after which HTTP ends.
  var finalResponse: MessageIndex? {
    get throws(RecordingError) {
      guard let index = responses.last, let range = index.range(of: .statusCode) else { return responses.last }
      let code = try plain.received.bytes(in: range.prefix(4).clamped(to: 0..<plain.received.count))
      let isInterim = code.count == 3 && code[0] == UInt8(ascii: "1") && !code.elementsEqual("101".utf8)
      return isInterim ? nil : index
    }
  }

  /// Whether the exchange has ended with bytes that are no response, not even the head of one.
  var hasUnreadableAnswer: Bool {
    guard summary.hasMalformedAnswer, !receivedRange.isEmpty else { return false }
    return responses.last?.headEnd == nil
  }
}

extension ExchangeSummary {
  /// Whether bytes came that break the rules, whatever became of the exchange then.
  var hasMalformedAnswer: Bool {
    switch outcome {
    case .malformed: true
    case .failed(.connectionEnded): diagnostics.contains { $0.severity == .error }
    default: false
    }
  }
}
