import JSONText

/// The TLS options of a saved request in JSON, among its other options.
enum RequestTLSFormat {
  /// Reads a member where it is one of these.
  static func read(
    _ member: String, into tls: inout RequestTLS, _ cursor: inout JSONCursor
  ) throws(WorkspaceFormatError) -> Bool {
    if let option = RequestTLS.TextOption(rawValue: member) {
      tls[keyPath: option.path] = try cursor.string(member)
    } else if let option = RequestTLS.ListOption(rawValue: member) {
      tls[keyPath: option.path] = try texts(member, &cursor)
    } else {
      switch member {
      case "alpn": tls.alpn = try texts(member, &cursor)
      case "minimumTLS": tls.minimumVersion = try RequestReader.choice(member, &cursor)
      case "maximumTLS": tls.maximumVersion = try RequestReader.choice(member, &cursor)
      case "trustSystem": tls.trustsSystem = try cursor.bool(member)
      case "sendServerName": tls.sendsServerName = try cursor.bool(member)
      case "resumeSessions": tls.resumesSessions = try cursor.bool(member)
      default: return false
      }
    }
    return true
  }

  static func members(_ tls: RequestTLS) -> [WorkspaceWriter.Member] {
    let standard = RequestTLS()
    var members: [WorkspaceWriter.Member] = []
    func add<Value: Equatable>(
      _ name: String, _ path: KeyPath<RequestTLS, Value>, _ json: (Value) -> OrderedJSON
    ) {
      if tls[keyPath: path] != standard[keyPath: path] { members.append((name, json(tls[keyPath: path]))) }
    }
    for option in RequestTLS.ListOption.allCases { add(option.rawValue, option.path, texts) }
    add("trustSystem", \.trustsSystem, OrderedJSON.bool)
    for option in RequestTLS.TextOption.allCases { add(option.rawValue, option.path, OrderedJSON.string) }
    add("sendServerName", \.sendsServerName, OrderedJSON.bool)
    add("minimumTLS", \.minimumVersion) { .string($0.rawValue) }
    add("maximumTLS", \.maximumVersion) { .string($0.rawValue) }
    add("alpn", \.alpn) { texts($0 ?? []) }
    add("resumeSessions", \.resumesSessions, OrderedJSON.bool)
    return members
  }

  private static func texts(
    _ member: String, _ cursor: inout JSONCursor
  ) throws(WorkspaceFormatError) -> [String] {
    var texts: [String] = []
    try cursor.array(member, of: "a list of texts") { cursor throws(WorkspaceFormatError) in
      texts.append(try cursor.string(member))
    }
    return texts
  }

  private static func texts(_ texts: [String]) -> OrderedJSON { .array(texts.map(OrderedJSON.string)) }
}
