import Exchanges
import Foundation
import Recordings
import Workbench
import Workspaces

/// A workbench over real workspace files in a folder of its own.
///
/// Two workspaces: "api" with a folder "Users" (List, Create) and a request "Health", and "other" with a request "Ping".
struct WorkbenchFixture {
  let folder: URL
  let store: WorkspaceStore
  var workbench: Workbench

  private static func request(_ number: UInt64, _ name: String, _ url: String, method: String = "GET") -> WorkspaceItem
  {
    WorkspaceItem(id: .init(number), content: .request(SavedRequest(name: name, method: method, url: url)))
  }

  private static var api: Workspace {
    let users = WorkspaceItem.Folder(
      name: "Users",
      items: [
        request(1, "List", "http://{{host}}/users"), request(2, "Create", "http://{{host}}/users", method: "POST"),
      ])
    return Workspace(
      name: "api",
      items: [
        WorkspaceItem(id: .init(3), content: .folder(users)), request(4, "Health", "http://{{host}}/health"),
      ],
      environments: [
        VariableEnvironment(name: "local", variables: [NamedValue("host", "127.0.0.1:8080")]),
        VariableEnvironment(
          name: "staging", variables: [NamedValue("host", "staging.example"), NamedValue("off", "", isEnabled: false)]),
      ])
  }

  init(startURL: String? = nil) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "barewire-flows-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = WorkspaceStore(directory: folder.path())
    let other = Workspace(name: "other", items: [Self.request(5, "Ping", "http://127.0.0.1/ping")])
    for workspace in [Self.api, other] {
      let file = try await store.create(named: workspace.name)
      _ = try await store.save(workspace, to: file.path, expecting: nil)
    }
    workbench = Workbench(startURL: startURL)
    _ = workbench.update(.loaded(await store.load()))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  mutating func act(_ actions: Action...) -> [Effect] {
    actions.flatMap { workbench.update($0) }
  }

  @discardableResult
  mutating func command(_ commands: Command...) -> [Effect] {
    commands.flatMap { workbench.update(.command($0)) }
  }

  /// Answers a prompt with a text in place of what it offers.
  @discardableResult
  mutating func answer(_ text: String) -> [Effect] {
    act(.type(.selectAll), .type(.insert(text)), .command(.activate))
  }

  /// Chooses the option with a title.
  @discardableResult
  mutating func choose(_ title: String) -> [Effect] {
    guard case .choice(let choice)? = workbench.popup,
      let index = choice.options.firstIndex(where: { $0.title == title })
    else { return [] }
    for _ in 0..<index { command(.moveDown) }
    return command(.activate)
  }

  /// Puts the tree's cursor on the row with a name.
  mutating func select(_ name: String) {
    guard let row = workbench.tree.rows.firstIndex(where: { $0.name == name }) else { return }
    command(.focusTree, .moveToStart)
    for _ in 0..<row { command(.moveDown) }
  }

  /// Opens the request with a name, as a user does.
  @discardableResult
  mutating func open(_ name: String) -> [Effect] {
    if !names.contains(name) {
      select("other")
      command(.unfold)
    }
    select(name)
    return command(.activate)
  }

  /// Types another URL.
  @discardableResult
  mutating func typeURL(_ url: String) -> [Effect] {
    act(.edit(.focus(.url)), .edit(.text(.selectAll)), .edit(.text(.insert(url))))
  }

  /// Writes what is to be saved, and takes the answers; the effects of those.
  @discardableResult
  mutating func write(_ effects: [Effect]) async -> [Effect] {
    var answers: [Effect] = []
    for case .save(let workspace, let path, let version) in effects {
      do throws(WorkspaceError) {
        let new = try await store.save(workspace, to: path, expecting: version)
        answers += act(.saved(workspace, path: path, version: new))
      } catch {
        answers += act(.saveFailed(path: path, message: error.description, isConflict: error.isConflict))
      }
    }
    return answers
  }

  /// Reads what is to be read, and takes the answer.
  mutating func read(_ effects: [Effect]) async {
    for case .loadWorkspaces(let path) in effects { act(.loaded(await store.load(), only: path)) }
  }

  /// The workspaces as they are in their files.
  func saved(_ name: String) async -> Workspace? {
    for case .workspace(let file) in await store.load() where file.workspace.name == name { return file.workspace }
    return nil
  }

  var names: [String] { workbench.tree.rows.map(\.name) }
}

extension ExchangeSummary {
  /// An exchange as the network tells of it.
  static func of(
    _ id: ExchangeID, _ outcome: ExchangeOutcome = .complete, status: Int? = 200, location: String? = nil
  ) -> ExchangeSummary {
    var summary = ExchangeSummary(
      id: id, timings: Timings(started: Timestamp(nanoseconds: 1)), requestMethod: "GET", requestTarget: "/")
    summary.outcome = outcome
    summary.statusCode = status
    summary.location = location
    return summary
  }
}

extension [Effect] {
  /// The exchanges that are to be sent.
  var sent: [(id: ExchangeID, source: RequestSource)] {
    compactMap { if case .send(let id, let source, _) = $0 { (id, source) } else { nil } }
  }

  var saves: [(workspace: Workspace, path: String)] {
    compactMap { if case .save(let workspace, let path, _) = $0 { (workspace, path) } else { nil } }
  }

  /// What the journal is to hold after all of them; nil when none writes it.
  var journal: [JournalledDraft]? {
    compactMap { if case .journal(let drafts) = $0 { drafts } else { nil } }.last
  }

  var quits: Bool { contains { if case .quit = $0 { true } else { false } } }

  var windows: [DocumentPane.Request] {
    compactMap { if case .window(let request) = $0 { request } else { nil } }
  }

  /// Which bytes are to go out by hand.
  var bytesByHand: [String] {
    compactMap { if case .sendBytes(let bytes, _, _, _) = $0 { String(decoding: bytes, as: UTF8.self) } else { nil } }
  }
}
