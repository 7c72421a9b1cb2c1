import Testing
import Workbench
import Workspaces

@Suite struct LeavingTests {
  private static func edited() async throws -> WorkbenchFixture {
    var fixture = try await WorkbenchFixture()
    fixture.open("Health")
    fixture.typeURL("http://mine/")
    return fixture
  }

  @Test("without unsaved work quitting asks nothing")
  func quit() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    #expect(fixture.command(.quit).quits)
  }

  @Test("with unsaved work each choice does what it says")
  func choices() async throws {
    var fixture = try await Self.edited()
    defer { fixture.remove() }
    #expect(!fixture.command(.quit).quits)
    #expect(!fixture.choose("Stay").quits)
    #expect(fixture.workbench.popup == nil)

    fixture.command(.quit)
    #expect(fixture.choose("Quit without saving").quits)

    fixture.command(.quit)
    let effects = fixture.choose("Save all and quit")
    #expect(!effects.quits && effects.saves.count == 1)
    let last = await fixture.write(effects)
    #expect(last.quits && last.journal == [])
  }

  @Test("who goes on working while all is saved does not leave")
  func goesOn() async throws {
    var fixture = try await Self.edited()
    defer { fixture.remove() }
    fixture.command(.quit)
    let effects = fixture.choose("Save all and quit")
    fixture.typeURL("http://more/")
    #expect(await !fixture.write(effects).quits)
    #expect(await !fixture.write(fixture.command(.save)).quits)
  }

  @Test("a save that fails keeps the program open")
  func saveFails() async throws {
    var fixture = try await Self.edited()
    defer { fixture.remove() }
    fixture.command(.quit)
    let effects = fixture.choose("Save all and quit")
    let path = try #require(effects.saves.first?.path)
    #expect(!fixture.act(.saveFailed(path: path, message: "The disk is full", isConflict: false)).quits)
    #expect(fixture.workbench.message == .problem("The disk is full"))
    #expect(fixture.workbench.hasUnsavedWork)
    #expect(fixture.command(.save).saves.count == 1, "it can be tried again")
  }

  @Test("leaving with a draft that has no place asks for its name first")
  func unplaced() async throws {
    var fixture = try await WorkbenchFixture(startURL: "http://127.0.0.1/")
    defer { fixture.remove() }
    fixture.typeURL("http://127.0.0.1/changed")
    fixture.open("Health")
    fixture.command(.quit)
    guard case .choice(let choice)? = fixture.workbench.popup else { return #expect(Bool(false), "nothing was asked") }
    #expect(choice.lines == ["Unsaved: a request that has no place yet"])
    #expect(!fixture.choose("Save all and quit").quits)
    #expect(fixture.workbench.editor?.draft.url == "http://127.0.0.1/changed", "it is the one that is shown")
    await fixture.write(fixture.answer("Kept"))
    #expect(fixture.command(.quit).quits)
    #expect(await fixture.saved("api")?.items.map(\.name).contains("Kept") == true)
  }

  @Test("a deleted request does not keep the program open")
  func deleted() async throws {
    var fixture = try await Self.edited()
    defer { fixture.remove() }
    fixture.select("Health")
    let journal = fixture.command(.delete).journal
    #expect(journal == [])
    await fixture.write(fixture.command(.save))
    #expect(fixture.command(.quit).quits)
  }

  @Test("the journal holds the unsaved drafts with their places, and termination writes it")
  func journal() async throws {
    var fixture = try await Self.edited()
    defer { fixture.remove() }
    fixture.open("List")
    fixture.typeURL("http://list/")
    let effects = fixture.act(.terminate)
    #expect(effects.quits)
    let drafts = try #require(effects.journal).sorted { $0.request.url < $1.request.url }
    #expect(drafts.map(\.itemPath) == [["Users", "List"], ["Health"]])
    #expect(drafts.allSatisfy { $0.workspacePath?.hasSuffix("api.json") == true })
  }

  private static func left() -> [JournalledDraft] {
    [
      JournalledDraft(
        workspacePath: nil, itemPath: [], request: SavedRequest(name: "Lost", url: "http://lost/"))
    ]
  }

  @Test("drafts that a dead process left stay in the journal until they are answered for")
  func recovered() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.act(.journalFound(Self.left()))
    fixture.command(.dismiss)
    fixture.open("Health")
    #expect(fixture.typeURL("http://a/").journal?.map(\.request.name) == ["Lost", "Health"])
    fixture.command(.quit)
    #expect(fixture.choose("Quit without saving").journal?.map(\.request.name) == ["Lost"])
  }

  @Test("recovered drafts are taken up at their places, or dropped", arguments: [true, false])
  func recover(_ takes: Bool) async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    let path = try #require(fixture.workbench.tree.workspaces.first?.path)
    let placed = JournalledDraft(
      workspacePath: path, itemPath: ["Users", "Create"], request: SavedRequest(name: "Create", url: "http://create/"))
    fixture.act(.journalFound(Self.left() + [placed]))
    let effects = fixture.choose(takes ? "Take them up again" : "Drop them")
    #expect(effects.journal?.count == (takes ? 2 : 0))
    #expect(fixture.workbench.hasUnsavedWork == takes)
    #expect(fixture.names.contains("Lost  http://lost/") == takes)
    fixture.open("Create")
    #expect(fixture.workbench.editor?.draft.url == (takes ? "http://create/" : "http://{{host}}/users"))
  }
}
