import Foundation
import Testing

@testable import Headless
@testable import Workspaces

@Suite("Finding saved requests")
struct RequestLookupTests {
  static let lookup: RequestLookup = {
    func request(_ name: String) -> WorkspaceItem {
      WorkspaceItem(id: .next(), content: .request(SavedRequest(name: name)))
    }
    func folder(_ name: String, _ items: [WorkspaceItem]) -> WorkspaceItem {
      WorkspaceItem(id: .next(), content: .folder(WorkspaceItem.Folder(name: name, items: items)))
    }
    func entry(_ name: String, _ file: String, _ items: [WorkspaceItem]) -> WorkspaceEntry {
      .workspace(
        WorkspaceFile(
          path: "/w/\(file).json", workspace: Workspace(name: name, items: items),
          version: FileVersion(stat(), bytes: [])))
    }
    return RequestLookup(
      [
        entry("the API", "api", [request("list"), folder("admin", [request("list"), request("a/b")])]),
        entry("other", "other", [folder("deep", [folder("er", [request("ping")])])]),
        .unreadable(UnreadableWorkspace(path: "/w/broken.json", line: 3, column: 4, reason: "A comma is missing.")),
      ], directory: "/w")
  }()

  @Test(
    "a path, a part of it, or a unique name finds a request",
    arguments: [
      ("the API/list", "the API/list"), ("api/list", "the API/list"), ("api.json/admin/list", "the API/admin/list"),
      ("admin/list", "the API/admin/list"), ("ping", "other/deep/er/ping"), ("other/ping", "other/deep/er/ping"),
      ("a/b", "the API/admin/a/b"), ("OTHER/Ping", "other/deep/er/ping"), ("api/admin/a/b", "the API/admin/a/b"),
    ])
  func found(name: String, path: String) throws {
    #expect(try Self.lookup.place(named: name).path == path)
  }

  @Test("a name that fits several requests names them")
  func ambiguous() {
    #expect(throws: RequestLookupError.ambiguous(name: "list", paths: ["the API/list", "the API/admin/list"])) {
      try Self.lookup.place(named: "list")
    }
  }

  @Test("a near miss names what was meant")
  func near() {
    #expect(throws: RequestLookupError.unknown(name: "pnig", near: ["other/deep/er/ping"])) {
      try Self.lookup.place(named: "pnig")
    }
    #expect(throws: RequestLookupError.unknown(name: "nothing like it", near: [])) {
      try Self.lookup.place(named: "nothing like it")
    }
  }

  @Test("a workspace that cannot be read says where it is broken")
  func unreadable() {
    let error = #expect(throws: RequestLookupError.self) { try Self.lookup.place(named: "broken/x") }
    #expect(error?.description.contains("Line 3, column 4") == true)
  }
}
