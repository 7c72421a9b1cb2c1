import ContentCodings
import JSONText

/// Reads a saved request out of JSON.
enum RequestReader {
  typealias Failure = WorkspaceFormatError

  static func request(_ cursor: inout JSONCursor) throws(Failure) -> SavedRequest {
    var request = SavedRequest(name: "")
    var hasURL = false
    var hasMethod = false
    let start = cursor.offset
    try cursor.object("items", orElse: "a list of folders and requests") { member, cursor throws(Failure) in
      switch member {
      case "name": request.name = try cursor.string(member)
      case "note": request.note = try cursor.lines(member)
      case "method":
        request.method = try cursor.string(member)
        hasMethod = true
      case "url":
        request.url = try cursor.string(member)
        hasURL = true
      case "disabledParameters":
        request.disabledParameters = try WorkspaceReader.namedValues(member, &cursor)
        for index in request.disabledParameters.indices { request.disabledParameters[index].isEnabled = false }
      case "fields": request.fields = try WorkspaceReader.namedValues(member, &cursor)
      case "droppedFields":
        try cursor.array(member) { cursor throws(Failure) in
          request.droppedAutomaticFields.insert(try cursor.string(member, orElse: "a list of names").lowercased())
        }
      case "auth": try auth(member, &request, &cursor)
      case "body": try body(member, &request, &cursor)
      case "options": request.options = try RequestOptionsFormat.read(member, &cursor)
      case "raw": request.rawBytes = try RawLines.read(member, &cursor)
      default: request.unknownMembers[member] = try cursor.value()
      }
    }
    if !hasMethod { throw cursor.error(.missing(member: "method", of: "The request"), at: start) }
    if !hasURL { throw cursor.error(.missing(member: "url", of: "The request"), at: start) }
    return request
  }

  /// Members that are unknown go to the request's own, under the name of the object.
  private static func auth(
    _ name: String, _ request: inout SavedRequest, _ cursor: inout JSONCursor
  ) throws(Failure) {
    var kind = RequestAuth.Kind.none
    var (user, password, token) = ("", "", "")
    var unknown: [String: JSONValue] = [:]
    try cursor.object(name) { member, cursor throws(Failure) in
      switch member {
      case "kind": kind = try choice(member, &cursor)
      case "user": user = try cursor.string(member)
      case "password": password = try cursor.string(member)
      case "token": token = try cursor.string(member)
      default: unknown[member] = try cursor.value()
      }
    }
    if !unknown.isEmpty { request.unknownMembers[name] = .object(unknown) }
    request.auth =
      switch kind {
      case .none: .none
      case .basic: .basic(user: user, password: password)
      case .bearer: .bearer(token: token)
      case .digest: .digest(user: user, password: password)
      }
  }

  private static func body(
    _ name: String, _ request: inout SavedRequest, _ cursor: inout JSONCursor
  ) throws(Failure) {
    var kind = RequestBody.Kind.none
    var (text, path) = ("", "")
    var contentType: String?
    var entries: [NamedValue] = []
    var unknown: [String: JSONValue] = [:]
    try cursor.object(name) { member, cursor throws(Failure) in
      switch member {
      case "kind": kind = try choice(member, &cursor)
      case "text": text = try cursor.lines(member)
      case "contentType": contentType = try cursor.string(member)
      case "entries": entries = try WorkspaceReader.namedValues(member, &cursor)
      case "path": path = try cursor.string(member)
      default: unknown[member] = try cursor.value()
      }
    }
    if !unknown.isEmpty { request.unknownMembers[name] = .object(unknown) }
    request.body =
      switch kind {
      case .none: .none
      case .text: .text(text, contentType: contentType)
      case .json: .json(text)
      case .form: .form(entries)
      case .file: .file(path: path, contentType: contentType)
      }
  }

  static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ cursor: inout JSONCursor
  ) throws(Failure) -> Value {
    let offset = cursor.offset
    let text = try cursor.string(name)
    guard let value = Value(rawValue: text) else {
      throw cursor.error(
        .unknownValue(member: name, value: text, known: Value.allCases.map(\.rawValue)), at: offset)
    }
    return value
  }
}
