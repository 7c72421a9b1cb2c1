import Exchanges
import Recordings
import Workspaces

extension ExchangeOutcome {
  /// The outcome's name, and why where it failed.
  var json: OrderedJSON {
    func named(_ name: String, _ reason: String? = nil) -> OrderedJSON {
      .object([("state", .string(name))] + (reason.map { [("reason", .string($0))] } ?? []))
    }
    return switch self {
    case .running: named("running")
    case .complete: named("complete")
    case .malformed: named("malformed")
    case .cancelled: named("cancelled")
    case .failed(let failure): named("failed", failure.message)
    }
  }
}

extension Timings {
  /// The phases in milliseconds; null for one that did not happen.
  var json: OrderedJSON {
    let names: [(Phase, String)] = [
      (.lookup, "lookup"), (.connect, "connect"), (.handshake, "handshake"), (.send, "send"), (.wait, "wait"),
      (.content, "content"),
    ]
    let phases = names.map { phase, name in (name, OrderedJSON.milliseconds(milliseconds(of: phase))) }
    return .object(phases + [("total", .milliseconds(totalMilliseconds))])
  }
}

extension OrderedJSON {
  /// A number with three decimals, or null.
  static func milliseconds(_ value: Double?) -> OrderedJSON {
    guard let value else { return .null }
    let microseconds = Int((value * 1000).rounded())
    let part = "\(abs(microseconds) % 1000)"
    let sign = microseconds < 0 ? "-" : ""
    return .number("\(sign)\(abs(microseconds) / 1000)." + String(repeating: "0", count: 3 - part.utf8.count) + part)
  }

  static func count(_ value: Int) -> OrderedJSON { .number("\(value)") }

  /// The places of the first byte and of the one behind the last, counted from `start`.
  static func range(_ range: Range<Int>, from start: Int = 0) -> OrderedJSON {
    .array([.count(range.lowerBound - start), .count(range.upperBound - start)])
  }

  /// A text, or null.
  static func optional(_ text: String?) -> OrderedJSON { text.map(OrderedJSON.string) ?? .null }
}
