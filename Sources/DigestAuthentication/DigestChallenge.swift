/// What a server asks for by the Digest scheme (RFC 7616 §3.3), as far as it can be answered here: with the quality of
/// protection `auth`, or with none as in RFC 2069.
package struct DigestChallenge: Sendable, Hashable {
  package var realm: String
  package var nonce: String
  package var opaque: String?
  package var algorithm: DigestAlgorithm
  /// Whether the answer has nonces of both sides (`qop=auth`).
  package var hasQuality: Bool
  /// Whether the user's name is to be sent as a hash.
  package var hashesUser: Bool

  /// Reads a scheme; nil for another one, and for one that cannot be answered.
  ///
  /// What is to be said back must fit a field's value: a server's control characters never reach a request.
  package init?(_ scheme: AuthenticationScheme) {
    let parameters = scheme.parameters
    guard scheme.name == "digest", let nonce = parameters["nonce"],
      let algorithm = DigestAlgorithm(name: parameters["algorithm"] ?? "MD5")
    else { return nil }
    let qualities = parameters["qop"]?.lowercased().split { $0 == "," || $0 == " " }
    if let qualities, !qualities.contains("auth") { return nil }
    // A session's hash needs the client's nonce, which only goes out with a quality.
    if algorithm.isSession, qualities == nil { return nil }
    self.realm = parameters["realm"] ?? ""
    self.nonce = nonce
    self.algorithm = algorithm
    opaque = parameters["opaque"]
    hasQuality = qualities != nil
    hashesUser = parameters["userhash"]?.lowercased() == "true"
    let isSayable = [self.realm, nonce, opaque ?? ""].allSatisfy { text in
      text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
    if !isSayable { return nil }
  }

  /// The first challenge of the fields' values that can be answered, which the server likes best (RFC 7616 §3.7).
  package static func first(in values: [String]) -> DigestChallenge? {
    for value in values {
      for scheme in AuthenticationScheme.all(in: value) {
        if let challenge = DigestChallenge(scheme) { return challenge }
      }
    }
    return nil
  }
}
