/// What a field's value says, read for a person: its parts, what it means and what is wrong with it.
///
/// Reading takes time and memory in proportion to the value up to fixed limits, whatever the bytes are: at most
/// `byteLimit` bytes are read, into at most `partLimit` parts and `findingLimit` findings.
package struct FieldReading: Sendable, Equatable {
  /// Bytes of a value that are read; the rest is left alone, with a note.
  package static let byteLimit = 64 << 10
  /// Parts that a reading has at most.
  package static let partLimit = 400
  /// Findings that a reading has at most.
  package static let findingLimit = 32

  /// What the value means, in at most about 2 KiB; it can quote bytes of the value, which are not filtered.
  package let meaning: String
  /// The tree of parts, each before the parts inside it.
  package let parts: [FieldValuePart]
  /// What is wrong with the value, in the order in which it was met.
  package let findings: [FieldFinding]

  /// Reads the value of the field `name`; nil where Barewire knows no way to read that field.
  ///
  /// `now` is the clock, in seconds since 1970 (UTC), that moments are compared with. Some directives mean something
  /// else in a request.
  package init?(name: some Sequence<UInt8>, value: [UInt8], inRequest: Bool = false, now: Int) {
    guard let reader = FieldTable.reader(of: name) else { return nil }
    var reading = ReadingBuilder(value: value, inRequest: inRequest, now: now)
    if reading.isEmpty {
      meaning = reader.allowsEmpty ? "empty: a list without members" : "empty"
      if !reader.allowsEmpty {
        reading.find(.warning, 0..<0, reader.rule, "The field has no value.")
      }
    } else {
      let words = reader.read(&reading)
      meaning = words.isEmpty ? "nothing that can be read" : words
    }
    reading.noteLimits(of: value)
    parts = reading.parts
    findings = reading.findings
  }

  /// True where a field of this name can be read.
  package static func canRead(_ name: some Sequence<UInt8>) -> Bool { FieldTable.reader(of: name) != nil }
}
