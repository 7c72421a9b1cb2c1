/// `Server-Timing` (W3C Server Timing): what the server did, and for how many milliseconds.
enum ServerTimingField {
  static func read(_ reading: inout ReadingBuilder) -> String {
    let rule = FieldRule("W3C Server Timing")
    var metrics: [String] = []
    for member in reading.listMembers() where !reading.isFull {
      let pieces = reading.pieces(of: member, at: ASCII.semicolon)
      guard let name = pieces.first else { continue }
      let place = reading.parts.count
      reading.add("metric", member, text: reading.shown(name))
      if !reading.isToken(name) { reading.find(.error, name, rule, "The name of a metric is a token.") }
      let parameters = reading.parameters(pieces.dropFirst(), rule: rule)
      reading.findDuplicates(parameters, .warning, rule, "only the first one counts")
      var words = reading.shown(name)
      reading.inside { reading in
        for parameter in parameters {
          reading.add(reading.shown(parameter.name), parameter.place, text: parameter.text)
          if parameter.key == "dur", Double(parameter.text) == nil {
            reading.find(.warning, parameter.place, rule, "dur is a number of milliseconds; anything else counts as 0.")
          }
        }
      }
      if let text = parameters.first(where: { $0.key == "desc" }) { words = Words.cut(text.text, to: 60) }
      if let time = parameters.first(where: { $0.key == "dur" }), Double(time.text) != nil {
        words += " \(Words.cut(time.text, to: 20)) ms"
        reading.explain(place, "\(Words.cut(time.text, to: 20)) ms")
      }
      metrics.append(words)
    }
    return metrics.isEmpty ? "no metric" : Words.list(metrics)
  }
}
