import Testing
import Workbench
import Workspaces

@Suite struct TreeTests {
  @Test("the tree folds and unfolds, and left goes to what holds a row")
  func folding() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    #expect(fixture.names == ["api", "Users", "List", "Create", "Health", "other"])
    fixture.select("Create")
    fixture.command(.fold)
    #expect(fixture.workbench.tree.rowAtCursor?.name == "Users")
    fixture.command(.fold)
    #expect(fixture.names == ["api", "Users", "Health", "other"])
    fixture.command(.unfold)
    #expect(fixture.names.count == 6)
    fixture.select("other")
    fixture.command(.activate)
    #expect(fixture.names.last == "Ping")
  }

  @Test(
    "the filter leaves names and URLs that hold it, with what they are in",
    arguments: [
      ("HEAL", ["api", "Health"]), ("users", ["api", "Users", "List", "Create"]),
      ("creat", ["api", "Users", "Create"]),
      ("127.0.0.1", ["other", "Ping"]), ("other", ["other", "Ping"]), ("nothing", []),
    ])
  func filter(_ text: String, _ names: [String]) async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.command(.filter)
    for scalar in text.unicodeScalars { fixture.act(.type(.insert(String(scalar)))) }
    #expect(fixture.names == names)
    fixture.command(.dismiss)
    #expect(fixture.names.count >= 6)
  }

  @Test("Enter in the filter opens the match, and Esc leaves its row in sight in an unfolded folder")
  func filterOpens() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.select("Users")
    fixture.command(.fold, .filter)
    fixture.act(.type(.insert("create")))
    fixture.command(.activate)
    #expect(fixture.workbench.breadcrumbs == ["api", "Users", "Create"])
    fixture.command(.focusTree, .dismiss)
    #expect(fixture.workbench.tree.rowAtCursor?.name == "Create")
    #expect(fixture.names.contains("List"))
  }

  @Test("a new request under a filter is seen, beside the row that the cursor was on")
  func newUnderFilter() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.select("Users")
    fixture.command(.fold, .filter)
    fixture.act(.type(.insert("list")), .command(.activate), .command(.newRequest))
    #expect(fixture.names == ["api", "Users", "List", "New request", "Create", "Health", "other"])
    #expect(fixture.workbench.breadcrumbs == ["api", "Users", "New request"])
  }

  @Test("rename, duplicate, delete and shift are undone one after the other")
  func undo() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    let before = fixture.workbench.tree.workspaces[0].workspace
    fixture.open("Health")
    fixture.command(.focusTree, .rename)
    fixture.answer("Alive")
    #expect(fixture.workbench.breadcrumbs == ["api", "Alive"])
    fixture.command(.duplicate)
    #expect(fixture.names.suffix(3) == ["Alive", "Alive copy", "other"])
    fixture.command(.shiftUp)
    #expect(fixture.names.suffix(3) == ["Alive copy", "Alive", "other"])
    fixture.command(.delete)
    #expect(fixture.names.suffix(2) == ["Alive", "other"])
    fixture.command(.undoTree, .undoTree, .undoTree, .undoTree)
    #expect(fixture.workbench.tree.workspaces[0].workspace == before)
    #expect(fixture.workbench.editor?.draft.name == "Health", "the open draft has its old name again")
    #expect(!fixture.workbench.hasUnsavedWork)
    fixture.command(.undoTree)
    #expect(fixture.workbench.message?.text == "Nothing to undo in the tree")
  }

  @Test("an undo after a save brings back what was deleted, not what was edited before")
  func undoAfterSave() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.select("Create")
    fixture.command(.delete)
    fixture.open("Health")
    fixture.typeURL("http://edited/")
    await fixture.write(fixture.command(.save))
    fixture.command(.focusTree, .undoTree)
    #expect(fixture.names.contains("Create"))
    #expect(fixture.workbench.hasUnsavedWork)
    await fixture.write(fixture.command(.save))
    let saved = try #require(await fixture.saved("api"))
    guard case .request(let health)? = saved.items.item(at: ["Health"]).flatMap({ saved.items.item($0) })?.content
    else { return #expect(Bool(false), "Health is gone") }
    #expect(health.url == "http://edited/")
    #expect(saved.items.item(at: ["Users", "Create"]) != nil)
  }

  @Test("deleting the open request closes it; its unsaved draft comes back with it")
  func deleteOpen() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.typeURL("http://mine/")
    fixture.select("Health")
    fixture.command(.delete)
    #expect(fixture.workbench.open == nil)
    #expect(fixture.command(.send).isEmpty)
    fixture.command(.undoTree)
    fixture.open("Health")
    #expect(fixture.workbench.editor?.draft.url == "http://mine/")
  }

  @Test("a draft without a place is renamed and deleted like a request")
  func unplaced() async throws {
    var fixture = try await WorkbenchFixture(startURL: "http://127.0.0.1/")
    defer { fixture.remove() }
    fixture.command(.focusTree, .moveToStart, .rename)
    guard case .prompt(let prompt)? = fixture.workbench.popup else {
      return #expect(Bool(false), "no name was asked for")
    }
    #expect(prompt.editor.text == "New request")
    fixture.answer("Start")
    #expect(fixture.names.first == "Start  http://127.0.0.1/")
    fixture.command(.delete)
    #expect(fixture.names.first == "api")
    #expect(fixture.workbench.open == nil)
    fixture.command(.undoTree)
    #expect(fixture.names.first == "Start  http://127.0.0.1/")
  }

  @Test("the environments are gone through, and what is sent takes the chosen one's variables that are on")
  func environments() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    #expect(fixture.workbench.environmentName == "local")
    fixture.command(.nextEnvironment)
    #expect(fixture.workbench.environmentName == "staging")
    #expect(fixture.command(.send).sent.first?.source.variables == [NamedValue("host", "staging.example")])
    fixture.command(.nextEnvironment)
    #expect(fixture.workbench.environmentName == "local")
    fixture.open("Ping")
    fixture.command(.nextEnvironment)
    #expect(fixture.workbench.environmentName == nil)
  }

  @Test("reading again is refused while it would drop unsaved work")
  func reload() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    #expect(fixture.command(.reload).count == 1)
    fixture.typeURL("http://mine/")
    #expect(fixture.command(.reload).isEmpty)
    #expect(fixture.workbench.message?.kind == .problem)
  }
}
