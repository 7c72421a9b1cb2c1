import Testing
import Workbench
import Workspaces

@Suite struct WorkspaceItemsTests {
  private static func request(_ number: UInt64) -> WorkspaceItem {
    WorkspaceItem(id: .init(number), content: .request(SavedRequest(name: "r\(number)")))
  }

  private static func folder(_ number: UInt64, _ items: [WorkspaceItem]) -> WorkspaceItem {
    WorkspaceItem(id: .init(number), content: .folder(.init(name: "f\(number)", items: items)))
  }

  /// "r1 f9(r2 r3)" for reading a tree at a glance.
  private static func outline(_ items: [WorkspaceItem]) -> String {
    items.map { item in
      if case .folder(let folder) = item.content { return "\(item.name)(\(outline(folder.items)))" }
      return item.name
    }.joined(separator: " ")
  }

  private static var tree: [WorkspaceItem] { [request(1), folder(9, [request(2), request(3)]), request(4)] }

  @Test(
    "an item moves past requests, into folders and out of them",
    arguments: [
      (1, true, "f9(r1 r2 r3) r4"), (4, false, "r1 f9(r2 r3 r4)"), (2, false, "r1 r2 f9(r3) r4"),
      (3, true, "r1 f9(r2) r3 r4"), (2, true, "r1 f9(r3 r2) r4"), (9, false, "f9(r2 r3) r1 r4"),
      (9, true, "r1 r4 f9(r2 r3)"), (1, false, "r1 f9(r2 r3) r4"), (4, true, "r1 f9(r2 r3) r4"),
    ] as [(UInt64, Bool, String)])
  func shift(_ id: UInt64, _ down: Bool, _ expected: String) {
    var items = Self.tree
    items.shift(.init(id), down: down)
    #expect(Self.outline(items) == expected)
  }

  @Test("an item is inserted behind another, or into a folder")
  func insert() {
    var items = Self.tree
    items.insert(Self.request(5), after: .init(2), intoFolder: false)
    items.insert(Self.request(6), after: .init(9), intoFolder: true)
    items.insert(Self.request(7), after: nil, intoFolder: false)
    #expect(Self.outline(items) == "r1 f9(r2 r5 r3 r6) r4 r7")
  }

  @Test("names lead to an item")
  func names() {
    let items = Self.tree
    #expect(items.item(at: ["f9", "r3"][...]) == .init(3))
    #expect(items.item(at: ["r3"][...]) == nil)
  }

  @Test("what is removed comes back whole")
  func remove() {
    var items = Self.tree
    let folder = items.remove(.init(9))
    #expect(Self.outline(items) == "r1 r4")
    #expect(folder.map { Self.outline([$0]) } == "f9(r2 r3)")
    #expect(items.remove(.init(9)) == nil)
  }
}
