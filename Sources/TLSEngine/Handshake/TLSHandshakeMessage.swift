/// A handshake message and what it says.
///
/// Text in it comes from the other side and is not filtered. What is kept is bounded: at most
/// ``maximumDetails`` details, each with at most ``maximumValues`` values of ``maximumCharacters`` characters.
package struct TLSHandshakeMessage: Sendable, Hashable {
  /// One thing that a message says.
  package struct Detail: Sendable, Hashable {
    /// What it is about, such as `cipher suites`; the same words in every message.
    package var label: String
    /// What is said about it: one text, or the items of a list in their order.
    package var values: [String]

    /// The values in one line.
    package var value: String { values.joined(separator: ", ") }
  }

  /// How many details are kept.
  package static let maximumDetails = 96
  /// How many values of one detail are kept; one more tells how many there were.
  package static let maximumValues = 128
  /// How many characters of a value are kept.
  package static let maximumCharacters = 1024
  /// The label of the detail that tells where a message cannot be read on.
  package static let malformedLabel = "malformed"

  /// The name in words, such as `client hello`.
  package var name: String
  /// Bytes with the four-byte header, before encryption.
  package var size: Int
  /// What it says, in the order of its bytes.
  package private(set) var details: [Detail] = []

  /// Whether the message breaks the rules of its form.
  package var isMalformed: Bool { details.contains { $0.label == Self.malformedLabel } }

  /// The first detail with a label.
  package subscript(label: String) -> Detail? { details.first { $0.label == label } }

  init(name: String, size: Int) {
    self.name = name
    self.size = size
  }

  /// Adds a detail, within the bounds.
  mutating func add(_ label: String, _ values: [String]) {
    guard details.count < Self.maximumDetails else { return }
    var kept = values.prefix(Self.maximumValues).map { value in
      value.utf8.count <= Self.maximumCharacters ? value : String(value.prefix(Self.maximumCharacters)) + "…"
    }
    if values.count > kept.count { kept.append("… and \(values.count - kept.count) more") }
    details.append(Detail(label: label, values: kept))
  }

  mutating func add(_ label: String, _ value: String) { add(label, [value]) }
}
