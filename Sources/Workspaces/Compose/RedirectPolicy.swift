/// Whether redirects are followed, and how far.
package struct RedirectPolicy: Sendable, Hashable {
  /// What is done about a redirect.
  package enum Mode: String, Sendable, Hashable, CaseIterable {
    /// It is an answer like any other.
    case off
    /// The user decides about each.
    case ask
    case follow
  }

  /// What to do after an answer.
  package enum Decision: Sendable, Hashable {
    /// It is no redirect, or none is wanted.
    case stay
    case ask
    case follow
    /// It leads nowhere, so the answer is one like any other; the sentence says why.
    case nowhere(String)
    /// There were too many; the sentence says so, and what to do.
    case stop(String)
  }

  package var mode: Mode
  /// Redirects that are followed without asking; 20 as Fetch has it.
  package var hopLimit: Int

  package init(_ mode: Mode = .off, hopLimit: Int = 20) {
    self.mode = mode
    self.hopLimit = hopLimit
  }

  /// The policy of a request's options.
  package init(_ options: RequestOptions) {
    let mode: Mode =
      switch options.redirects {
      case .stop: .off
      case .ask: .ask
      case .follow: .follow
      }
    self.init(mode, hopLimit: options.redirectLimit)
  }

  /// Whether a status is one of those that browsers follow (RFC 9110 §15.4).
  package static func isRedirect(_ status: Int) -> Bool {
    [301, 302, 303, 307, 308].contains(status)
  }

  /// Decides after an answer with a status and a Location; the chain ends with the request that was answered.
  package func decision(status: Int?, location: String?, after chain: RedirectChain) -> Decision {
    guard let location, let status, Self.isRedirect(status) else { return .stay }
    // Read as a reference, it would be the same URL again and again until the limit; curl stays, too.
    if mode != .off, location.isEmpty {
      return .nowhere("The redirect's Location is empty: it leads nowhere and is not followed.")
    }
    switch mode {
    case .off: return .stay
    case .ask: return .ask
    case .follow:
      guard chain.hopCount >= hopLimit else { return .follow }
      let loop = chain.loopSentence.map { " " + $0 } ?? ""
      return .stop("Stopped after \(hopLimit) redirects.\(loop) Follow the next one by hand, or allow more of them.")
    }
  }
}
