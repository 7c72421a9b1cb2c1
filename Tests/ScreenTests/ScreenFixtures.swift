import Exchanges
import Foundation
import Recordings
import TerminalUI
import Workbench
import WorkbenchViews
import Workspaces

/// States of the workbench that screens are drawn from.
enum ScreenFixtures {
  static let start = Timestamp(nanoseconds: 1_000_000_000)

  static func later(_ milliseconds: Double) -> Timestamp {
    Timestamp(nanoseconds: start.nanoseconds + UInt64(milliseconds * 1_000_000))
  }

  private static var practice: Workspace {
    var hello = SavedRequest(name: "Hello", url: "http://{{practice}}/hello?name=wire")
    hello.note = "The first request. Send it, then look at the connection: both ends have an address and a port."
    hello.fields = [NamedValue("X-Trace", "1"), NamedValue("X-Off", "2", isEnabled: false)]
    var echo = SavedRequest(name: "Echo", method: "POST", url: "http://{{practice}}/echo")
    echo.body = .json("{\n  \"hello\": \"wire\"\n}")
    let first = WorkspaceItem.Folder(
      name: "First steps",
      items: [
        WorkspaceItem(id: .init(1), content: .request(hello)), WorkspaceItem(id: .init(2), content: .request(echo)),
      ])
    return Workspace(
      name: "practice",
      items: [
        WorkspaceItem(id: .init(3), content: .folder(first)),
        WorkspaceItem(id: .init(4), content: .folder(.init(name: "Broken servers"))),
      ],
      environments: [VariableEnvironment(name: "local", variables: [NamedValue("host", "127.0.0.1:40123")])])
  }

  /// The workspaces are loaded and the first request is open.
  static func opened(_ size: Size) async throws -> Workbench {
    let folder = FileManager.default.temporaryDirectory.appending(path: "barewire-screens-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = WorkspaceStore(directory: folder.path())
    let file = try await store.create(named: "practice")
    _ = try await store.save(practice, to: file.path, expecting: nil)
    _ = try await store.create(named: "sockets by hand")
    try "{ \"name\": \"broken\",\n  oops }".write(
      to: folder.appending(path: "zebra.json"), atomically: true, encoding: .utf8)

    var workbench = Workbench()
    fit(&workbench, size)
    _ = workbench.update(.loaded(await store.load()))
    fit(&workbench, size)
    return workbench
  }

  /// Does something and tells the workbench the panes' sizes, as the program does after each change.
  @discardableResult
  static func act(_ workbench: inout Workbench, _ size: Size, _ actions: Action...) -> [Effect] {
    actions.flatMap { action in
      let effects = workbench.update(action)
      fit(&workbench, size)
      return effects
    }
  }

  private static func fit(_ workbench: inout Workbench, _ size: Size) {
    _ = workbench.update(.paneSizes(ScreenLayout(size: size, workbench: workbench).paneSizes))
  }
}
