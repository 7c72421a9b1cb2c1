/// `Authorization` and `Proxy-Authorization` (RFC 9110 §11.6.2); secrets are masked.
enum CredentialsField {
  static let mask = "••••••••"

  /// Parameters that give nothing away.
  private static let open: Set<String> = ["username", "realm", "uri", "algorithm", "qop", "nc", "userhash", "opaque"]

  private static let known: Set<String> = [
    "basic", "bearer", "digest", "negotiate", "ntlm", "hoba", "mutual", "dpop", "gnap",
  ]

  static func read(_ reading: inout ReadingBuilder) -> String {
    let schemes = AuthenticationReader.read(&reading)
    guard let scheme = schemes.first else { return "no credentials" }
    let kind = reading.lowered(scheme.name)
    guard scheme.word != nil || !scheme.parameters.isEmpty else {
      // Some servers want a secret alone: what stands in the scheme's place is shown only where it is one.
      let isKnown = known.contains(kind)
      reading.add(isKnown ? "scheme" : "credentials", scheme.name, text: isKnown ? nil : mask)
      let what = isKnown ? "After the scheme come credentials; there are none." : "Credentials begin with a scheme."
      reading.find(.warning, scheme.range, FieldRule(9110, "11.6.2"), what)
      return isKnown ? "no credentials" : "credentials without a scheme, masked"
    }
    reading.add("scheme", scheme.name)
    if schemes.count > 1 {
      reading.find(.error, schemes[1].range, FieldRule(9110, "11.6.2"), "Credentials are of one scheme; more follows.")
    }
    if let word = scheme.word { reading.add(kind == "bearer" ? "token" : "credentials", word, text: mask) }
    for parameter in scheme.parameters where !reading.isFull {
      // A name without a value can be the secret itself.
      let hasName = parameter.valueRange != nil && !["basic", "bearer", "negotiate", "ntlm"].contains(kind)
      let text = hasName && open.contains(parameter.key) ? parameter.text : mask
      reading.add(
        hasName ? reading.shown(parameter.name) : "credentials", hasName ? parameter.place : parameter.range, text: text
      )
    }
    reading.findDuplicates(scheme.parameters, .error, FieldRule(9110, "11.2"), "each can be given once")
    switch kind {
    case "basic": return readBasic(scheme, &reading)
    case "bearer":
      return "a bearer token, masked" + (isJSONWebToken(scheme, reading) ? "; it looks like a JSON Web Token" : "")
    case "digest": return "a digest of name and password, masked"
    default: return "credentials for \(Words.cut(reading.shown(scheme.name), to: 40)), masked"
    }
  }

  private static func readBasic(_ scheme: AuthenticationReader.Scheme, _ reading: inout ReadingBuilder) -> String {
    let rule = FieldRule(7617, "2")
    guard let word = scheme.word, let bytes = Base64.decoded(reading.bytes[word]) else {
      reading.find(.error, scheme.word ?? scheme.range, rule, "Basic credentials are one word in base64.")
      return "not the credentials of Basic"
    }
    guard bytes.contains(ASCII.colon) else {
      reading.find(.error, word, rule, "There is no colon between name and password in what is encoded.")
      return "a name without a password, masked"
    }
    return "a name and a password, masked; base64 hides nothing from whoever reads along"
  }

  private static func isJSONWebToken(_ scheme: AuthenticationReader.Scheme, _ reading: ReadingBuilder) -> Bool {
    guard let word = scheme.word else { return false }
    return reading.bytes[word].starts(with: [0x65, 0x79, 0x4A]) && reading.bytes[word].count { $0 == ASCII.dot } == 2
  }
}
