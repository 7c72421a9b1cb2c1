import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct JumpScreenTests {
  private func jumping(_ size: Size, _ commands: Command...) async throws -> Workbench {
    var workbench = try await ScreenFixtures.opened(size)
    for command in commands { ScreenFixtures.act(&workbench, size, .command(command)) }
    let targets = PointerMap(WorkbenchScreen()).jumpTargets(size: size, in: workbench)
    ScreenFixtures.act(&workbench, size, .jumpTargets(targets))
    return workbench
  }

  @Test("every pane, tab, row and field has a label, and its letter goes there")
  func labels() async throws {
    let size = Size(width: 100, height: 30)
    let workbench = try await jumping(size)
    try ScreenExpectation.check(workbench, size, "jump")
    guard case .jump(let jump)? = workbench.popup else {
      Issue.record("no labels")
      return
    }
    for pane in Pane.allCases { #expect(jump.targets.contains { $0.pointer == .focus(pane) }, "\(pane)") }
    for (label, target) in zip(jump.labels, jump.targets) {
      var other = workbench
      for letter in label { ScreenFixtures.act(&other, size, .type(.insert(String(letter)))) }
      #expect(other.popup == nil)
      if case .focus(let pane) = target.pointer { #expect(other.focus == pane) }
      if case .request(.focus(let control)) = target.pointer { #expect(other.editor?.focus == control) }
    }
  }

  @Test("a letter without a label, Esc or another size ends it")
  func leaving() async throws {
    let size = Size(width: 80, height: 24)
    for action in [Action.type(.insert("1")), .command(.dismiss), .paneSizes(PaneSizes())] {
      var workbench = try await jumping(size, .focusBody)
      _ = workbench.update(action)
      #expect(workbench.popup == nil)
      #expect(workbench.focus == .body)
    }
  }
}
