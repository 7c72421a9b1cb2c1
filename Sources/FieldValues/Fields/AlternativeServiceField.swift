/// `Alt-Svc` (RFC 7838 §3).
enum AlternativeServiceField {
  private static let protocols = ["h3": "HTTP/3", "h2": "HTTP/2", "h2c": "HTTP/2 without TLS", "http/1.1": "HTTP/1.1"]

  static func read(_ reading: inout ReadingBuilder) -> String {
    let rule = FieldRule(7838, "3")
    if reading.text(reading.whole) == "clear" {
      reading.add("clear", reading.whole)
      return "no alternatives any more"
    }
    var services: [String] = []
    for member in reading.listMembers() where !reading.isFull {
      let pieces = reading.pieces(of: member, at: ASCII.semicolon)
      guard let first = pieces.first, let service = reading.parameter(in: first, .anything, rule: rule) else {
        continue
      }
      let place = reading.parts.count
      reading.add(reading.shown(service.name), service.range, text: service.text)
      if !service.isQuoted {
        reading.find(.error, service.place, rule, "Host and port must stand in quotes: h3=\":443\".")
      }
      var lifetime = 86400
      let parameters = reading.parameters(pieces.dropFirst(), rule: FieldRule(7838, "3.1"))
      reading.inside { reading in
        for parameter in parameters {
          if parameter.key == "ma" {
            lifetime = NumberField.seconds(parameter.place, "ma", FieldRule(7838, "3.1"), &reading) ?? lifetime
          } else {
            reading.add(reading.shown(parameter.name), parameter.place, text: parameter.text)
          }
        }
      }
      let kind = reading.lowered(service.name).replacing("%2f", with: "/")
      let name = protocols[kind] ?? Words.cut(kind, to: 30)
      guard let colon = service.text.utf8.lastIndex(of: ASCII.colon),
        let port = ASCII.number(service.text.utf8[colon...].dropFirst()), 1...65535 ~= port
      else {
        reading.find(.error, service.place, rule, "The port is missing: it is written after a colon, from 1 to 65535.")
        continue
      }
      let host = String(service.text[..<colon])
      let words =
        "\(name) \(host.isEmpty ? "" : "at \(Words.cut(host, to: 40)) ")on port \(port) for \(DurationWords.span(lifetime))"
      reading.explain(place, words)
      services.append(words)
    }
    return services.isEmpty ? "no alternative" : "also offered: " + Words.list(services)
  }
}
