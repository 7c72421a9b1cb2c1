/// The answer to a challenge, and the check of one (RFC 7616 §3.4).
package struct DigestAnswer: Sendable {
  package var challenge: DigestChallenge
  package var method: String
  /// The request's target as it goes out.
  package var target: String
  /// The client's nonce.
  package var clientNonce: String
  /// How often the server's nonce was used, this time included.
  package var count = 1

  package init(to challenge: DigestChallenge, method: String, target: String, clientNonce: String) {
    self.challenge = challenge
    self.method = method
    self.target = target
    self.clientNonce = clientNonce
  }

  /// The value of an Authorization or Proxy-Authorization field; nil where the system has not the algorithm.
  package func credentials(user: String, password: String) -> String? {
    guard let response = response(user: user, password: password) else { return nil }
    var name = user
    if challenge.hashesUser {
      guard let hash = challenge.algorithm.hash("\(user):\(challenge.realm)") else { return nil }
      name = hash
    }
    let quoted = AuthenticationScheme.quoted
    var parts = [
      "username=\(quoted(name))", "realm=\(quoted(challenge.realm))", "nonce=\(quoted(challenge.nonce))",
      "uri=\(quoted(target))",
    ]
    if challenge.hasQuality { parts += ["cnonce=\(quoted(clientNonce))", "nc=\(counter)", "qop=auth"] }
    parts += ["response=\(quoted(response))"]
    if let opaque = challenge.opaque { parts.append("opaque=\(quoted(opaque))") }
    parts.append("algorithm=\(challenge.algorithm.rawValue)")
    if challenge.hashesUser { parts.append("userhash=true") }
    return "Digest " + parts.joined(separator: ", ")
  }

  /// The proof that somebody knows the password (RFC 7616 §3.4.1).
  package func response(user: String, password: String) -> String? {
    let hash = challenge.algorithm.hash
    guard var secret = hash("\(user):\(challenge.realm):\(password)"), let request = hash("\(method):\(target)") else {
      return nil
    }
    if challenge.algorithm.isSession {
      guard let session = hash("\(secret):\(challenge.nonce):\(clientNonce)") else { return nil }
      secret = session
    }
    guard challenge.hasQuality else { return hash("\(secret):\(challenge.nonce):\(request)") }
    return hash("\(secret):\(challenge.nonce):\(counter):\(clientNonce):auth:\(request)")
  }

  private var counter: String {
    let digits = String(count, radix: 16)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}
