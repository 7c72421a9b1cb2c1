import DigestAuthentication

/// A user and a password for a server that wants a digest of them.
struct DigestLogin: Sendable, Hashable {
  var user: String
  var password: String

  /// The Authorization field's value that answers the first challenge that can be answered; nil without such a one.
  func authorization(
    answering challenges: [String], method: String, target: String
  ) throws(ComposeError) -> String? {
    guard let challenge = DigestChallenge.first(in: challenges) else { return nil }
    let clientNonce = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    let answer = DigestAnswer(to: challenge, method: method, target: target, clientNonce: clientNonce)
    guard let credentials = answer.credentials(user: user, password: password) else {
      throw .noDigest(challenge.algorithm.rawValue)
    }
    return credentials
  }
}

extension SavedRequest {
  /// Whether the request is sent again with an answer to these challenges, after an answer with this status.
  package func isAnswering(_ challenges: [String], status: Int?) -> Bool {
    auth.kind == .digest && raw == nil && status == 401 && DigestChallenge.first(in: challenges) != nil
  }
}
