/// The requests of one chain of redirects, in their order.
package struct RedirectChain: Sendable, Hashable {
  private struct Visit: Sendable, Hashable {
    let method: String
    /// Without fragment.
    let url: String
  }

  private var visits: [Visit] = []

  /// A chain without requests.
  package init() {}

  /// Adds a request that goes out.
  package mutating func add(method: String, url: RequestURL) {
    visits.append(Visit(method: method, url: url.text))
  }

  /// The chain behind a redirect of its last request.
  package func following(_ redirect: Redirect, from method: String) -> RedirectChain {
    var chain = self
    if chain.visits.isEmpty { chain.add(method: method, url: redirect.base) }
    chain.add(method: redirect.request.method, url: redirect.url)
    return chain
  }

  /// How many redirects have been followed.
  package var hopCount: Int { max(0, visits.count - 1) }

  /// How many redirects lead from the last request round to the same one again; nil where it is the first of its kind.
  ///
  /// A loop may still end: a server may set a cookie and send back.
  package var loopLength: Int? {
    guard let last = visits.last, let before = visits.dropLast().lastIndex(of: last) else { return nil }
    return visits.count - 1 - before
  }

  /// The loop in words; nil without one.
  package var loopSentence: String? {
    guard let length = loopLength, let last = visits.last else { return nil }
    return length == 1
      ? "The redirect leads back to where it came from: \(last.url)."
      : "The redirects go round: \(last.url) comes again after \(length) of them."
  }
}
