/// The fields of HTTP/2 for a head of HTTP/1 (RFC 9113 §8.2 and §8.3).
package struct HTTP2Fields: Sendable, Hashable {
  package private(set) var fields: [HeaderField] = []
  /// What was changed, in the order of the fields.
  package private(set) var notes: [FieldNote] = []

  /// Makes the fields of a request.
  ///
  /// - Parameters:
  ///   - method: As it stands in the request line.
  ///   - target: As it stands there: a path, a whole URL, `host:port` for CONNECT, or `*`.
  ///   - scheme: Of the connection, where the target has none.
  ///   - fields: Names and values as they were written.
  package init(method: [UInt8], target: [UInt8], scheme: String, fields: [(name: [UInt8], value: [UInt8])]) {
    let place = RequestPlace(method: method, target: SafeText.word(target), scheme: scheme)
    let host = fields.first { $0.name.map(Byte.lowercased).equals("host") }
    let authority = place.authority ?? host.map { SafeText.value(Array($0.value.trimmed)) }
    self.fields.append(HeaderField(name: Array(":method".utf8), value: SafeText.word(method)))
    if !place.isConnect { self.fields.append(HeaderField(name: Array(":scheme".utf8), value: place.scheme)) }
    if let authority { self.fields.append(HeaderField(name: Array(":authority".utf8), value: authority)) }
    if !place.isConnect { self.fields.append(HeaderField(name: Array(":path".utf8), value: place.path)) }
    let options = Self.connectionOptions(fields)
    for field in fields { add(field.name, field.value, options) }
  }

  /// Makes the fields of a response.
  package init(status: Int, fields: [(name: [UInt8], value: [UInt8])]) {
    self.fields.append(HeaderField(":status", String(status)))
    let options = Self.connectionOptions(fields)
    for field in fields { add(field.name, field.value, options) }
  }

  /// Makes the fields that follow the content.
  package init(trailers: [(name: [UInt8], value: [UInt8])]) {
    for field in trailers { add(field.name, field.value, []) }
  }

  /// The fields that Connection names: they are about the connection too (RFC 9110 §7.6.1).
  private static func connectionOptions(_ fields: [(name: [UInt8], value: [UInt8])]) -> Set<[UInt8]> {
    fields.filter { $0.name.map(Byte.lowercased).equals("connection") }.reduce(into: []) { options, field in
      options.formUnion(field.value.split(separator: Byte.comma).map { $0.trimmed.map(Byte.lowercased) })
    }
  }

  private mutating func add(_ name: [UInt8], _ value: [UInt8], _ options: Set<[UInt8]>) {
    let small = SafeText.name(name.map(Byte.lowercased))
    if small.equals("host"), fields.contains(where: { $0.isNamed(":authority") }) {
      notes.append(FieldNote(change: .movedToAuthority, name: name))
      return
    }
    if small.equals("te") {
      return addTE(name, value)
    }
    if HeadCheck.isConnectionSpecific(small) || small.equals("http2-settings") || options.contains(small) {
      notes.append(FieldNote(change: .dropped, name: name))
      return
    }
    if small != name { notes.append(FieldNote(change: .lowercased, name: name)) }
    let safe = SafeText.value(value)
    if safe != value { notes.append(FieldNote(change: .madeSafe, name: name)) }
    let trimmed = Array(safe.trimmed)
    if trimmed != safe { notes.append(FieldNote(change: .trimmed, name: name)) }
    let isSecret = small.equals("authorization") || small.equals("proxy-authorization")
    fields.append(HeaderField(name: small, value: trimmed, isNeverIndexed: isSecret))
  }

  private mutating func addTE(_ name: [UInt8], _ value: [UInt8]) {
    let codings = value.split(separator: Byte.comma).map { $0.trimmed.map(Byte.lowercased) }
    guard codings.contains(where: { $0.equals("trailers") }) else {
      notes.append(FieldNote(change: .dropped, name: name))
      return
    }
    if codings.count > 1 { notes.append(FieldNote(change: .reducedToTrailers, name: name)) }
    fields.append(HeaderField("te", "trailers"))
  }
}

/// Where a request goes, out of its target (RFC 9112 §3.2).
private struct RequestPlace {
  let isConnect: Bool
  var scheme: [UInt8]
  var authority: [UInt8]?
  var path: [UInt8]

  init(method: [UInt8], target: [UInt8], scheme: String) {
    isConnect = method.equals("CONNECT")
    self.scheme = Array(scheme.utf8)
    path = target
    if isConnect {
      authority = target
    } else if let colon = target.firstIndex(of: Byte.colon), target[colon...].starts(with: "://".utf8),
      !target[..<colon].contains(Byte.slash)
    {
      self.scheme = target[..<colon].map(Byte.lowercased)
      let rest = target[(colon + 3)...]
      let end = rest.firstIndex { $0 == Byte.slash || $0 == 0x3f } ?? rest.endIndex
      authority = Array(rest[..<end])
      path = Array(rest[end...])
      if path.first != Byte.slash {
        // Without a path OPTIONS is about the server as a whole (RFC 9112 §3.2.4).
        path = path.isEmpty && method.equals("OPTIONS") ? Array("*".utf8) : [Byte.slash] + path
      }
    }
  }
}
