/// What a workspace file holds: a tree of folders and requests, and environments.
package struct Workspace: Sendable, Hashable {
  package var name: String
  package var note: String
  /// Where it stands among others: lower numbers first, then those without one; nil for most.
  package var order: Int?
  package var items: [WorkspaceItem]
  package var environments: [VariableEnvironment]
  /// Members of the file's JSON object that this version does not know, kept for the next save.
  package var unknownMembers: [String: JSONValue]

  package init(name: String, items: [WorkspaceItem] = [], environments: [VariableEnvironment] = []) {
    self.name = name
    self.note = ""
    self.items = items
    self.environments = environments
    self.unknownMembers = [:]
  }
}

/// A named set of variables; `{{name}}` in a request stands for the value.
package struct VariableEnvironment: Sendable, Hashable {
  package var name: String
  package var variables: [NamedValue]
  package var unknownMembers: [String: JSONValue]

  package init(name: String, variables: [NamedValue] = []) {
    self.name = name
    self.variables = variables
    self.unknownMembers = [:]
  }
}
