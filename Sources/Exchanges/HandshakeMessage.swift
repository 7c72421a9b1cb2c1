/// A message of a TLS handshake and what it says; text of the server's is filtered where it is shown.
package struct HandshakeMessage: Sendable, Hashable {
  /// One thing that a message says.
  package struct Detail: Sendable, Hashable {
    /// As in `cipher suites`.
    package var label: String
    /// One text, or the items of a list.
    package var values: [String]

    package init(label: String, values: [String]) {
      self.label = label
      self.values = values
    }

    /// The values on one line.
    package var value: String { values.joined(separator: ", ") }
  }

  /// As in `client hello`.
  package var name: String
  /// Bytes before encryption.
  package var size: Int
  /// In the order of its bytes; none where the connection has kept enough already.
  package var details: [Detail]

  package init(name: String, size: Int, details: [Detail] = []) {
    self.name = name
    self.size = size
    self.details = details
  }

  /// What the message says under a label.
  package subscript(label: String) -> [String] { details.first { $0.label == label }?.values ?? [] }
}

/// A TLS alert in words (RFC 8446 §6).
package struct AlertFacts: Sendable, Hashable {
  /// As in `certificate expired`.
  package var name: String
  /// What the side that sends it means.
  package var meaning: String
  /// What one can do about it, a sentence; nil where nothing is wrong.
  package var advice: String?

  package init(name: String, meaning: String, advice: String?) {
    self.name = name
    self.meaning = meaning
    self.advice = advice
  }

  /// How a side announces that it sends no more.
  package static let closeNotify = AlertFacts(
    name: "close notify", meaning: "nothing more follows from this side", advice: nil)

  package var words: String { [name + ": " + meaning, advice].compactMap { $0 }.joined(separator: ". ") }
}
