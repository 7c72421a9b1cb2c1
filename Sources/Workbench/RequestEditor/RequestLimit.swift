import Workspaces

/// A number among a request's options.
package enum RequestLimit: Sendable, Hashable, CaseIterable {
  case connect, handshake, firstByte, idle, total, continuing, redirects

  var label: String {
    switch self {
    case .connect: "Connect within, ms"
    case .handshake: "Handshake within, ms"
    case .firstByte: "First byte within, ms"
    case .idle: "Idle at most, ms"
    case .total: "All within, ms"
    case .continuing: "Wait for 100, ms"
    case .redirects: "Redirects at most"
    }
  }

  /// What no number means.
  var remark: String {
    switch self {
    case .continuing: "0 sends the content at once"
    case .redirects: "0 follows none"
    default: "0 waits for ever"
    }
  }

  var path: WritableKeyPath<RequestOptions, Int> {
    switch self {
    case .connect: \.connectTimeoutMilliseconds
    case .handshake: \.handshakeTimeoutMilliseconds
    case .firstByte: \.firstByteTimeoutMilliseconds
    case .idle: \.idleTimeoutMilliseconds
    case .total: \.totalTimeoutMilliseconds
    case .continuing: \.continueTimeoutMilliseconds
    case .redirects: \.redirectLimit
    }
  }

  /// The number that a text is, or the sentence that says which it may be.
  func number(in text: String) -> Result<Int, Sentence> {
    let most = self == .redirects ? 1000 : 86_400_000
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber, let number = Int(text), number <= most { return .success(number) }
    return .failure(
      Sentence(
        self == .redirects
          ? "A number of redirects is at most \(most) (\(remark))"
          : "A timeout is a number of milliseconds, at most \(most), a day (\(remark))"))
  }
}
