import Exchanges
import HTTP2
import HTTPMessages

/// What is wrong with bytes of one direction, and where that is told.
struct Finding: Sendable, Equatable {
  /// Of longer ranges (a whole content that ended early) the bytes themselves are not marked.
  static let shownLength = 1024

  /// The byte behind whose row it stands: one of the exchange's.
  var offset: Int
  var fault: Fault

  /// What is wrong.
  enum Fault: Sendable, Equatable {
    case message(Diagnostic)
    case frame(HTTP2Diagnostic)
    /// More than are listed.
    case more
  }

  /// The bytes that are wrong; nil where there are too many to mark, or none.
  var marked: Range<Int>? {
    let range: Range<Int>
    switch fault {
    case .message(let diagnostic): range = diagnostic.range
    case .frame(let diagnostic): range = diagnostic.range
    case .more: return nil
    }
    return range.count <= Self.shownLength ? range : nil
  }

  /// Nil where it is no finding of its own.
  var severity: Diagnostic.Severity? {
    switch fault {
    case .message(let diagnostic): diagnostic.severity
    case .frame(let diagnostic): diagnostic.severity
    case .more: nil
    }
  }

  /// Whether it is told of, or marked on, a byte of a range.
  func touches(_ range: Range<Int>) -> Bool {
    range.contains(offset) || marked?.overlaps(range) == true
  }
}

extension FrameRecording.Side {
  /// What is wrong with the frames, in the order of the offsets.
  func findings() -> [Finding] {
    if range.isEmpty { return [] }
    var found = findings.map { diagnostic in
      let offset = min(max(diagnostic.range.lowerBound, range.lowerBound), range.upperBound - 1)
      return Finding(offset: offset, fault: .frame(diagnostic))
    }
    if found.count == FrameRecording.findingLimit, let last = found.map(\.offset).max() {
      found.append(Finding(offset: last, fault: .more))
    }
    return found.sorted { $0.offset < $1.offset }
  }
}

extension MessageParts {
  /// What is wrong with the messages, in the order of the offsets.
  func findings() -> [Finding] {
    if range.isEmpty { return [] }
    var findings: [Finding] = []
    for message in messages {
      let found = message.diagnostics.map { diagnostic in
        let offset = min(max(diagnostic.range.lowerBound, range.lowerBound), range.upperBound - 1)
        return Finding(offset: offset, fault: .message(diagnostic))
      }
      findings += found
      if message.diagnosticCount > found.count, let last = found.map(\.offset).max() {
        findings.append(Finding(offset: last, fault: .more))
      }
    }
    return findings.sorted { $0.offset < $1.offset }
  }
}
