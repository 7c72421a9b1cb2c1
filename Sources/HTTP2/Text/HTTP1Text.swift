/// The same head as HTTP/1 would write it, for comparison.
///
/// A line never becomes two: what HTTP/1 has no place for is replaced, and told in `notes`.
package struct HTTP1Text: Sendable, Hashable {
  /// Start line, fields and the blank line, each ending in CR LF.
  package private(set) var bytes: [UInt8] = []
  package private(set) var notes: [FieldNote] = []

  /// Writes the head of a message of HTTP/2.
  ///
  /// - Parameters:
  ///   - fields: As they came; pseudo-fields that HTTP/1 has no place for are written as fields.
  ///   - kind: A trailer section has no start line.
  ///   - version: As it is to stand in the start line, such as "HTTP/2" or "HTTP/1.1".
  package init(_ fields: [HeaderField], as kind: HeadKind, version: String = "HTTP/2") {
    switch kind {
    case .request: writeRequestLine(fields, version)
    case .interim, .response: line([Array(version.utf8), fields.first(":status") ?? Array("000".utf8), []])
    case .trailers: break
    }
    writeFields(fields, as: kind)
    bytes += [Byte.carriageReturn, Byte.lineFeed]
  }

  private mutating func writeRequestLine(_ fields: [HeaderField], _ version: String) {
    let method = fields.first(":method") ?? []
    let authority = fields.first(":authority")
    let target = fields.first(":path") ?? (method.equals("CONNECT") ? authority : nil) ?? []
    line([method, target, Array(version.utf8)])
    if let authority, !fields.contains(where: { $0.isNamed("host") }) { field(Array("Host".utf8), authority) }
  }

  /// The words of a start line; an empty one at the end leaves its space, as after a status code (RFC 9112 §4).
  private mutating func line(_ words: [[UInt8]]) {
    for (index, word) in words.enumerated() {
      if index > 0 { bytes.append(Byte.space) }
      bytes += SafeText.word(word)
    }
    bytes += [Byte.carriageReturn, Byte.lineFeed]
  }

  private mutating func writeFields(_ fields: [HeaderField], as kind: HeadKind) {
    let cookies = fields.filter { kind == .request && $0.isNamed("cookie") }
    var hasCookie = false
    var used: Set<[UInt8]> = []
    for field in fields {
      if field.isPseudo, Self.isInStartLine(field, kind), used.insert(field.name).inserted { continue }
      if cookies.count > 1, field.isNamed("cookie") {
        if !hasCookie {
          notes.append(FieldNote(change: .joined, name: field.name))
          self.field(field.name, Array(cookies.map(\.value).joined(separator: "; ".utf8)))
        }
        hasCookie = true
      } else {
        self.field(field.name, field.value)
      }
    }
  }

  private static func isInStartLine(_ field: HeaderField, _ kind: HeadKind) -> Bool {
    switch kind {
    case .request: [":method", ":scheme", ":authority", ":path"].contains { field.isNamed($0) }
    case .interim, .response: field.isNamed(":status")
    case .trailers: false
    }
  }

  private mutating func field(_ name: [UInt8], _ value: [UInt8]) {
    let safe = SafeText.value(value)
    let safeName = SafeText.name(name)
    if safe != value || safeName != name { notes.append(FieldNote(change: .madeSafe, name: name)) }
    bytes += safeName + [Byte.colon, Byte.space] + safe + [Byte.carriageReturn, Byte.lineFeed]
  }
}
