/// `WWW-Authenticate` and `Proxy-Authenticate` (RFC 9110 §11.6.1).
enum ChallengeField {
  static func read(_ reading: inout ReadingBuilder) -> String {
    var offers: [String] = []
    for scheme in AuthenticationReader.read(&reading) where !reading.isFull {
      let name = reading.shown(scheme.name)
      reading.add("challenge", scheme.range, text: name)
      reading.inside { reading in
        if let word = scheme.word { reading.add("data", word) }
        for parameter in scheme.parameters {
          reading.add(reading.shown(parameter.name), parameter.place, text: parameter.text)
        }
      }
      reading.findDuplicates(
        scheme.parameters, .error, FieldRule(9110, "11.2"), "each can be given once in a challenge")
      check(scheme, &reading)
      offers.append(words(scheme, name))
    }
    return offers.isEmpty ? "no challenge" : "asks for " + Words.list(offers, last: " or")
  }

  private static func check(_ scheme: AuthenticationReader.Scheme, _ reading: inout ReadingBuilder) {
    let keys = Set(scheme.parameters.map(\.key))
    func need(_ key: String, _ rule: FieldRule) {
      if !keys.contains(key) {
        reading.find(
          .error, scheme.range, rule, "\(Words.capitalized(reading.shown(scheme.name))) needs the parameter \(key).")
      }
    }
    switch reading.lowered(scheme.name) {
    case "basic": need("realm", FieldRule(7617, "2"))
    case "digest":
      need("realm", FieldRule(7616, "3.3"))
      need("nonce", FieldRule(7616, "3.3"))
      need("qop", FieldRule(7616, "3.3"))
    default: break
    }
    if let realm = scheme.parameters.first(where: { $0.key == "realm" }), !realm.isQuoted, realm.valueRange != nil {
      reading.find(.error, realm.place, FieldRule(9110, "11.5"), "A realm must stand in quotes.")
    }
  }

  private static func words(_ scheme: AuthenticationReader.Scheme, _ name: String) -> String {
    let realm = scheme.parameters.first { $0.key == "realm" }.map { " for \(Words.quoted($0.text))" } ?? ""
    let problem =
      scheme.parameters.first { $0.key == "error_description" } ?? scheme.parameters.first { $0.key == "error" }
    let reason = problem.map { " (\(Words.cut($0.text, to: 60)))" } ?? ""
    switch ASCII.lowered(name.utf8) {
    case "basic": return "a name and password" + realm
    case "digest": return "a digest of name and password" + realm
    case "bearer": return "a bearer token" + realm + reason
    case "negotiate", "ntlm": return "a sign-on by \(name)"
    default: return Words.cut(name, to: 60) + realm
    }
  }
}
