import Foundation
import Testing
import Workbench
import Workspaces

@Suite struct SavingTests {
  @Test("a save writes the workspace with the drafts of its requests, and nothing else")
  func save() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.typeURL("http://a/")
    fixture.open("List")
    fixture.typeURL("http://b/")
    #expect(fixture.workbench.hasUnsavedWork)
    let effects = fixture.command(.save)
    #expect(effects.saves.count == 1)
    let journal = await fixture.write(effects).journal
    #expect(journal == [])
    #expect(!fixture.workbench.hasUnsavedWork)
    #expect(await fixture.saved("api")?.items.item(at: ["Health"]) != nil)
    let text = try String(contentsOf: fixture.folder.appending(path: "api.json"), encoding: .utf8)
    #expect(text.contains("http://a/") && text.contains("http://b/"))
  }

  @Test("what is changed while the file is being written stays unsaved", arguments: [true, false])
  func changedMeanwhile(_ isTree: Bool) async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.typeURL("http://a/")
    let effects = fixture.command(.save)
    if isTree {
      fixture.select("Users")
      fixture.command(.delete)
    } else {
      fixture.typeURL("http://b/")
    }
    await fixture.write(effects)
    #expect(fixture.workbench.hasUnsavedWork)
    #expect(fixture.workbench.editor?.draft.url == (isTree ? "http://a/" : "http://b/"))
    #expect(fixture.names.contains("Users") != isTree)
    await fixture.write(fixture.command(.save))
    #expect(!fixture.workbench.hasUnsavedWork)
    let saved = try #require(await fixture.saved("api"))
    #expect((saved.items.item(at: ["Users"]) == nil) == isTree)
    let health = try #require(saved.items.item(at: ["Health"]).flatMap { saved.items.item($0) })
    guard case .request(let request) = health.content else { return }
    #expect(request.url == (isTree ? "http://a/" : "http://b/"))
  }

  @Test("a second save while the first is under way is no conflict with oneself")
  func saveTwice() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.open("Health")
    fixture.typeURL("http://a/")
    let first = fixture.command(.save)
    fixture.typeURL("http://b/")
    #expect(fixture.command(.save).saves.isEmpty)
    let second = await fixture.write(first)
    #expect(second.saves.count == 1)
    await fixture.write(second)
    #expect(fixture.workbench.popup == nil)
    #expect(!fixture.workbench.hasUnsavedWork)
  }

  private static func conflict() async throws -> WorkbenchFixture {
    var fixture = try await WorkbenchFixture()
    fixture.open("Ping")
    fixture.typeURL("http://ping/")
    fixture.open("Health")
    fixture.typeURL("http://mine/")
    let file = fixture.folder.appending(path: "api.json")
    let theirs = try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: "/health", with: "/theirs")
    try theirs.write(to: file, atomically: true, encoding: .utf8)
    await fixture.write(fixture.command(.save))
    #expect(fixture.workbench.popup == nil, "whoever types on keeps the keys")
    #expect(fixture.workbench.message?.kind == .problem && fixture.workbench.message?.offer == .save)
    #expect(fixture.command(.save).saves.isEmpty)
    guard case .choice(let choice)? = fixture.workbench.popup else {
      Issue.record("nothing was asked")
      return fixture
    }
    #expect(choice.title == "The file has changed on disk")
    return fixture
  }

  @Test("a file that changed on disk is written over when that is chosen")
  func overwrite() async throws {
    var fixture = try await Self.conflict()
    defer { fixture.remove() }
    await fixture.write(fixture.choose("Write mine over it"))
    let text = try String(contentsOf: fixture.folder.appending(path: "api.json"), encoding: .utf8)
    #expect(text.contains("http://mine/") && !text.contains("/theirs"))
    #expect(fixture.workbench.drafts.values.contains { $0.isModified }, "Ping is still unsaved")
  }

  @Test("a file that changed on disk is read again when that is chosen, and only that one")
  func readAgain() async throws {
    var fixture = try await Self.conflict()
    defer { fixture.remove() }
    await fixture.read(fixture.choose("Read it again and drop my changes"))
    #expect(fixture.workbench.editor?.draft.url == "http://{{host}}/theirs")
    #expect(fixture.workbench.breadcrumbs == ["api", "Health"])
    fixture.open("Ping")
    #expect(fixture.workbench.editor?.draft.url == "http://ping/")
  }

  @Test("a question that is put off is asked again by the next saves, and whoever leaves is asked, too")
  func conflictKept() async throws {
    var fixture = try await Self.conflict()
    defer { fixture.remove() }
    fixture.choose("Keep editing")
    await fixture.write(fixture.command(.save))
    #expect(fixture.workbench.message?.offer == .save, "the file is looked at again")
    fixture.command(.quit)
    let effects = fixture.choose("Save all and quit")
    #expect(!effects.contains { if case .quit = $0 { true } else { false } })
    guard case .choice(let choice)? = fixture.workbench.popup else {
      Issue.record("nothing was asked")
      return
    }
    #expect(choice.title == "The file has changed on disk")
  }

  @Test("a file that is gone is no reason to drop what was edited")
  func readAgainGone() async throws {
    var fixture = try await Self.conflict()
    defer { fixture.remove() }
    try FileManager.default.removeItem(at: fixture.folder.appending(path: "api.json"))
    await fixture.read(fixture.choose("Read it again and drop my changes"))
    #expect(fixture.workbench.editor?.draft.url == "http://mine/")
    #expect(fixture.workbench.message?.kind == .problem)
  }

  @Test("a draft without a place gets one in the workspace that the question names")
  func placeDraft() async throws {
    var fixture = try await WorkbenchFixture(startURL: "http://127.0.0.1/start")
    defer { fixture.remove() }
    #expect(fixture.workbench.editor?.draft.url == "http://127.0.0.1/start")
    #expect(!fixture.workbench.hasUnsavedWork)
    fixture.select("other")
    fixture.command(.focusRequest, .save)
    guard case .prompt(let prompt)? = fixture.workbench.popup else {
      return #expect(Bool(false), "no name was asked for")
    }
    #expect(prompt.title.contains("other"))
    let effects = fixture.answer("Start")
    await fixture.write(effects)
    #expect(await fixture.saved("other")?.items.map(\.name) == ["Ping", "Start"])
    #expect(fixture.workbench.breadcrumbs == ["other", "Start"])
    #expect(!fixture.workbench.hasUnsavedWork)
  }

  @Test("a new workspace stands in the tree with the cursor on it")
  func newWorkspace() async throws {
    var fixture = try await WorkbenchFixture()
    defer { fixture.remove() }
    fixture.command(.newWorkspace)
    let effects = fixture.answer("third")
    guard case .createWorkspace("third")? = effects.first else { return #expect(Bool(false), "none was made") }
    let file = try await fixture.store.create(named: "third")
    fixture.act(.saved(file.workspace, path: file.path, version: file.version))
    #expect(fixture.workbench.tree.rowAtCursor?.name == "third")
    fixture.command(.newRequest)
    #expect(fixture.workbench.breadcrumbs == ["third", "New request"])
  }
}
