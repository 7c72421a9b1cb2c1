import Exchanges

/// What a tab is called: its request, and how that stands.
package struct TabTitle: Sendable, Hashable {
  /// How the exchange that it shows stands.
  package enum Progress: Sendable, Hashable {
    case none
    /// Nothing has come yet.
    case waiting
    case receiving(status: Int)
    case answered(status: Int)
    /// It ended without a whole answer.
    case failed(status: Int?)
    case cancelled
  }

  package var method = ""
  package var name: String
  package var isModified = false
  package var progress = Progress.none

  /// The progress in a word or two; empty where there is none.
  package var status: String {
    switch progress {
    case .none: ""
    case .waiting: "waiting"
    case .receiving(let status): "\(status) ↓"
    case .answered(let status): "\(status)"
    case .failed(let status): status.map { "\($0) ✗" } ?? "✗"
    case .cancelled: "cancelled"
    }
  }

  /// Everything in a line: `● GET Hello  200`.
  package var line: String {
    let words = [isModified ? "●" : "", method, name].filter { !$0.isEmpty }.joined(separator: " ")
    return status.isEmpty ? words : "\(words)  \(status)"
  }
}

extension TabTitle.Progress {
  /// Of an exchange, of which the network may have told nothing yet.
  init(_ record: ExchangeHistory.Record) {
    guard let summary = record.summary else {
      self = .waiting
      return
    }
    switch summary.outcome {
    case .running: self = summary.statusCode.map(Self.receiving) ?? .waiting
    case .complete: self = summary.statusCode.map(Self.answered) ?? .none
    case .malformed, .failed: self = .failed(status: summary.statusCode)
    case .cancelled: self = .cancelled
    }
  }
}
