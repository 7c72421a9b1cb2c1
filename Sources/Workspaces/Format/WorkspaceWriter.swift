import ContentCodings
import TextRopes

/// Puts the values of a workspace into JSON, members in the order in which a person reads them.
enum WorkspaceWriter {
  typealias Member = (name: String, value: OrderedJSON)

  static func json(_ workspace: Workspace) -> OrderedJSON {
    var members: [Member] = [
      ("barewire", .number(String(WorkspaceFormat.version))), ("name", .string(workspace.name)),
    ]
    if let order = workspace.order { members.append(("order", .number(String(order)))) }
    if !workspace.note.isEmpty { members.append(("note", .lines(workspace.note))) }
    if !workspace.environments.isEmpty {
      members.append(("environments", .array(workspace.environments.map(json))))
    }
    members.append(("items", .array(workspace.items.map(json))))
    return .object(members + OrderedJSON.members(workspace.unknownMembers))
  }

  private static func json(_ environment: VariableEnvironment) -> OrderedJSON {
    .object(
      [("name", .string(environment.name)), ("variables", json(environment.variables))]
        + OrderedJSON.members(environment.unknownMembers))
  }

  private static func json(_ item: WorkspaceItem) -> OrderedJSON {
    switch item.content {
    case .folder(let folder):
      .object(
        [("name", .string(folder.name)), ("items", .array(folder.items.map(json)))]
          + OrderedJSON.members(folder.unknownMembers))
    case .request(let request): json(request)
    }
  }

  static func json(_ request: SavedRequest) -> OrderedJSON {
    var unknown = request.unknownMembers
    var members: [Member] = [("name", .string(request.name))]
    if !request.note.isEmpty { members.append(("note", .lines(request.note))) }
    members += [("method", .string(request.method)), ("url", .string(request.url))]
    if !request.disabledParameters.isEmpty {
      members.append(("disabledParameters", json(request.disabledParameters, tellsEnabled: false)))
    }
    if !request.fields.isEmpty { members.append(("fields", json(request.fields))) }
    if !request.droppedAutomaticFields.isEmpty {
      members.append(("droppedFields", .array(request.droppedAutomaticFields.sorted().map(OrderedJSON.string))))
    }
    let auth = json(request.auth) + kept("auth", in: &unknown)
    if !auth.isEmpty { members.append(("auth", .object(auth, isInline: true))) }
    let body = json(request.body) + kept("body", in: &unknown)
    if !body.isEmpty { members.append(("body", .object(body))) }
    let options = RequestOptionsFormat.members(request.options)
    if !options.isEmpty { members.append(("options", .object(options))) }
    if let raw = request.rawBytes { members.append(("raw", RawLines.write(raw))) }
    return .object(members + OrderedJSON.members(unknown))
  }

  private static func json(_ values: [NamedValue], tellsEnabled: Bool = true) -> OrderedJSON {
    .array(
      values.map { value in
        var members: [Member] = [("name", .string(value.name)), ("value", .string(value.value))]
        if tellsEnabled, !value.isEnabled { members.append(("enabled", .bool(false))) }
        return .object(members + OrderedJSON.members(value.unknownMembers), isInline: true)
      })
  }

  private static func json(_ auth: RequestAuth) -> [Member] {
    switch auth {
    case .none: []
    case .basic(let user, let password), .digest(let user, let password):
      [("kind", .string(auth.kind.rawValue)), ("user", .string(user)), ("password", .string(password))]
    case .bearer(let token): [("kind", .string("bearer")), ("token", .string(token))]
    }
  }

  private static func json(_ body: RequestBody) -> [Member] {
    let kind: Member = ("kind", .string(body.kind.rawValue))
    func type(_ contentType: String?) -> [Member] { contentType.map { [("contentType", .string($0))] } ?? [] }
    return switch body {
    case .none: []
    case .text(let text, let contentType): [kind] + type(contentType) + [("text", .lines(String(text)))]
    case .json(let text): [kind, ("text", .lines(String(text)))]
    case .form(let entries): [kind, ("entries", json(entries))]
    case .file(let path, let contentType): [kind] + type(contentType) + [("path", .string(path))]
    }
  }

  /// The members that a newer version put into an object of the request.
  private static func kept(_ name: String, in unknown: inout [String: JSONValue]) -> [Member] {
    guard case .object(let members)? = unknown.removeValue(forKey: name) else { return [] }
    return OrderedJSON.members(members)
  }
}
