import Workspaces

/// What texts may go on with.
extension Workbench {
  private static let mostURLs = 500

  /// Tells the open draft the variables in use, and what was seen in the workspaces and in this session.
  mutating func teachOpen() {
    guard let open, drafts[open] != nil else { return }
    var vocabulary = CompletionVocabulary()
    let environment = (openPath ?? tree.pathAtCursor).flatMap { self.environment(of: $0) }
    vocabulary.variables =
      (environment?.variables.filter(\.isEnabled).map(\.name) ?? []) + ProvidedVariable.allCases.map(\.rawValue)
    var urls: Set<String> = []
    func learn(_ request: SavedRequest) {
      if vocabulary.urls.count < Self.mostURLs, request.url.utf8.count > 8, urls.insert(request.url).inserted {
        vocabulary.urls.append(request.url)
      }
      for field in request.fields where !field.value.isEmpty && !field.name.isEmpty {
        let name = field.name.lowercased()
        // What is to be known by nobody is not offered to everybody who looks on.
        guard name != "authorization", name != "cookie", name != "proxy-authorization" else { continue }
        let seen = vocabulary.values[name] ?? []
        if seen.count < Completion.most, !seen.contains(field.value) {
          vocabulary.values[name] = seen + [field.value]
        }
      }
    }
    func learn(_ items: [WorkspaceItem]) {
      for item in items {
        switch item.content {
        case .folder(let folder): learn(folder.items)
        case .request(let request): learn(request)
        }
      }
    }
    for record in history.records.reversed() { learn(record.request) }
    for workspace in tree.workspaces { learn(workspace.workspace.items) }
    drafts[open]?.vocabulary = vocabulary
  }
}
