import ContentCodings
import JSONText

/// The options of a saved request in JSON: only what differs from the defaults is written.
enum RequestOptionsFormat {
  private static var numbers: [(name: String, path: WritableKeyPath<RequestOptions, Int>)] {
    [
      ("connectTimeoutMilliseconds", \.connectTimeoutMilliseconds),
      ("handshakeTimeoutMilliseconds", \.handshakeTimeoutMilliseconds),
      ("firstByteTimeoutMilliseconds", \.firstByteTimeoutMilliseconds),
      ("idleTimeoutMilliseconds", \.idleTimeoutMilliseconds),
      ("totalTimeoutMilliseconds", \.totalTimeoutMilliseconds),
      ("continueTimeoutMilliseconds", \.continueTimeoutMilliseconds),
      ("redirectLimit", \.redirectLimit),
    ]
  }

  static func read(_ name: String, _ cursor: inout JSONCursor) throws(WorkspaceFormatError) -> RequestOptions {
    var options = RequestOptions()
    try cursor.object(name) { member, cursor throws(WorkspaceFormatError) in
      switch member {
      case "httpVersion": options.httpVersion = try RequestReader.choice(member, &cursor)
      case "contentCoding": options.contentCoding = try RequestReader.choice(member, &cursor)
      case "redirects": options.redirects = try RequestReader.choice(member, &cursor)
      // As it was written once.
      case "followRedirects": options.redirects = try cursor.bool(member) ? .follow : .stop
      case "socketPath": options.socketPath = try cursor.string(member)
      case "proxy": options.proxy = try cursor.string(member)
      case "networkCondition": options.networkCondition = try cursor.string(member)
      case "addresses": options.addresses = try RequestReader.choice(member, &cursor)
      case "verifyCertificates": options.verifiesCertificates = try cursor.bool(member)
      case "newConnection": options.usesNewConnection = try cursor.bool(member)
      default:
        if let number = numbers.first(where: { $0.name == member }) {
          options[keyPath: number.path] = try cursor.count(member)
        } else if try !RequestTLSFormat.read(member, into: &options.tls, &cursor) {
          options.unknownMembers[member] = try cursor.value()
        }
      }
    }
    return options
  }

  static func members(_ options: RequestOptions) -> [WorkspaceWriter.Member] {
    let standard = RequestOptions()
    var members: [WorkspaceWriter.Member] = []
    func add<Value: Equatable>(
      _ name: String, _ path: KeyPath<RequestOptions, Value>, _ json: (Value) -> OrderedJSON
    ) {
      if options[keyPath: path] != standard[keyPath: path] { members.append((name, json(options[keyPath: path]))) }
    }
    add("httpVersion", \.httpVersion) { .string($0.rawValue) }
    add("contentCoding", \.contentCoding) { .string($0.rawValue) }
    for number in numbers { add(number.name, number.path) { .number(String($0)) } }
    add("redirects", \.redirects) { .string($0.rawValue) }
    add("socketPath", \.socketPath, OrderedJSON.string)
    add("proxy", \.proxy, OrderedJSON.string)
    add("networkCondition", \.networkCondition, OrderedJSON.string)
    add("addresses", \.addresses) { .string($0.rawValue) }
    add("verifyCertificates", \.verifiesCertificates, OrderedJSON.bool)
    add("newConnection", \.usesNewConnection, OrderedJSON.bool)
    members += RequestTLSFormat.members(options.tls)
    return members + OrderedJSON.members(options.unknownMembers)
  }
}
