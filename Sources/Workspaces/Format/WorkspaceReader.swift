import JSONText

/// Reads the values of a workspace out of JSON.
enum WorkspaceReader {
  typealias Failure = WorkspaceFormatError

  static func workspace(_ cursor: inout JSONCursor) throws(Failure) -> Workspace {
    var workspace = Workspace(name: "")
    var hasVersion = false
    var hasName = false
    let start = cursor.offset
    try cursor.object("") { member, cursor throws(Failure) in
      switch member {
      case "barewire":
        let offset = cursor.offset
        let version = try cursor.count(member)
        guard version == WorkspaceFormat.version else { throw cursor.error(.otherFormat(version), at: offset) }
        hasVersion = true
      case "name":
        workspace.name = try cursor.string(member)
        hasName = true
      case "order": workspace.order = try cursor.count(member)
      case "note": workspace.note = try cursor.lines(member)
      case "environments":
        try cursor.array(member) { cursor throws(Failure) in
          workspace.environments.append(try environment(&cursor))
        }
      case "items": workspace.items = try items(&cursor)
      default: workspace.unknownMembers[member] = try cursor.value()
      }
    }
    if !hasVersion { throw cursor.error(.missing(member: "barewire", of: "The workspace"), at: start) }
    if !hasName { throw cursor.error(.missing(member: "name", of: "The workspace"), at: start) }
    return workspace
  }

  private static func environment(_ cursor: inout JSONCursor) throws(Failure) -> VariableEnvironment {
    var environment = VariableEnvironment(name: "")
    try cursor.object("environments", orElse: "a list of objects") { member, cursor throws(Failure) in
      switch member {
      case "name": environment.name = try cursor.string(member)
      case "variables": environment.variables = try namedValues(member, &cursor)
      default: environment.unknownMembers[member] = try cursor.value()
      }
    }
    return environment
  }

  private static func items(_ cursor: inout JSONCursor) throws(Failure) -> [WorkspaceItem] {
    var items: [WorkspaceItem] = []
    try cursor.array("items") { cursor throws(Failure) in
      // A folder has items, a request has a method and a URL.
      let content: WorkspaceItem.Content =
        if try cursor.firstMember(among: ["items", "method", "url"]) == "items" {
          .folder(try folder(&cursor))
        } else {
          .request(try RequestReader.request(&cursor))
        }
      items.append(WorkspaceItem(id: .next(), content: content))
    }
    return items
  }

  private static func folder(_ cursor: inout JSONCursor) throws(Failure) -> WorkspaceItem.Folder {
    var folder = WorkspaceItem.Folder(name: "")
    try cursor.object("items") { member, cursor throws(Failure) in
      switch member {
      case "name": folder.name = try cursor.string(member)
      case "items": folder.items = try items(&cursor)
      default: folder.unknownMembers[member] = try cursor.value()
      }
    }
    return folder
  }

  static func namedValues(_ name: String, _ cursor: inout JSONCursor) throws(Failure) -> [NamedValue] {
    var values: [NamedValue] = []
    try cursor.array(name) { cursor throws(Failure) in
      var value = NamedValue("", "")
      try cursor.object(name, orElse: "a list of objects with name and value") { member, cursor throws(Failure) in
        switch member {
        case "name": value.name = try cursor.string(member)
        case "value": value.value = try cursor.string(member)
        case "enabled": value.isEnabled = try cursor.bool(member)
        default: value.unknownMembers[member] = try cursor.value()
        }
      }
      values.append(value)
    }
    return values
  }
}
