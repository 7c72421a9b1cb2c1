import Exchanges
import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct TabScreenTests {
  /// "Hello" has been answered, "Echo" waits, and there are so many new requests.
  private func tabs(_ size: Size, new: Int = 0) async throws -> Workbench {
    var answer = try await AnswerFixture(size)
    answer.went(.complete)
    var workbench = answer.workbench
    ScreenFixtures.act(&workbench, size, .command(.focusTree), .command(.moveDown), .command(.openInNewTab))
    ScreenFixtures.act(&workbench, size, .edit(.text(.insert("?x"))), .command(.send))
    for _ in 0..<new { ScreenFixtures.act(&workbench, size, .command(.newRequest)) }
    return workbench
  }

  private func bar(_ workbench: Workbench, _ size: Size) -> String {
    let text = WorkbenchScreen().draw(workbench, size: size, now: ScreenFixtures.later(100)).text()
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().first.map(String.init) ?? ""
  }

  private func mouse(_ kind: MouseEvent.Kind, _ button: MouseEvent.Button, at column: Int) -> MouseEvent {
    MouseEvent(kind: kind, button: button, position: Point(x: column, y: 1))
  }

  @Test("several tabs stand in a row of their own", arguments: [(80, 24), (120, 40)])
  func row(_ width: Int, _ height: Int) async throws {
    let size = Size(width: width, height: height)
    try ScreenExpectation.check(try await tabs(size, new: 1), size, "tabs-\(width)x\(height)")
  }

  @Test("one tab has no row, and a low screen neither")
  func without() async throws {
    for size in [Size(width: 80, height: 24), Size(width: 80, height: 9)] {
      var workbench = try await tabs(size)
      if size.height > 9 { ScreenFixtures.act(&workbench, size, .command(.closeTab)) }
      #expect(ScreenLayout(size: size, workbench: workbench).tabs.isEmpty)
      #expect(!bar(workbench, size).contains("GET Hello"))
    }
  }

  @Test("of many tabs those around the shown one have room, and signs lead to the others")
  func many() async throws {
    let size = Size(width: 60, height: 20)
    var workbench = try await tabs(size, new: 6)
    let map = PointerMap(WorkbenchScreen())
    let last = bar(workbench, size)
    #expect(last.hasPrefix("‹") && !last.hasSuffix("›") && last.contains("GET New req"))
    ScreenFixtures.act(&workbench, size, .command(.nextTab))
    let first = bar(workbench, size)
    #expect(first.hasPrefix(" GET Hello  200 │") && first.hasSuffix("›"))
    for _ in workbench.tabs.all {
      ScreenFixtures.act(&workbench, size, .command(.nextTab))
      let pressed = (0..<size.width).compactMap { column -> Tab.ID? in
        let action = map.action(for: mouse(.press, .left, at: column), size: size, in: workbench)
        return if case .pointer(.tab(let id))? = action { id } else { nil }
      }
      #expect(pressed.contains(workbench.tabs.shown.id))
    }
    guard let action = map.action(for: mouse(.press, .left, at: 59), size: size, in: workbench) else {
      Issue.record("› does nothing")
      return
    }
    ScreenFixtures.act(&workbench, size, action)
    #expect(bar(workbench, size).hasPrefix("‹"))
  }

  @Test("a press shows a tab, the middle button closes it, the wheel goes on, and a jump goes there")
  func pointing() async throws {
    let size = Size(width: 100, height: 30)
    var workbench = try await tabs(size)
    let map = PointerMap(WorkbenchScreen())
    func act(_ kind: MouseEvent.Kind, _ button: MouseEvent.Button, at column: Int) {
      if let action = map.action(for: mouse(kind, button, at: column), size: size, in: workbench) {
        ScreenFixtures.act(&workbench, size, action)
      }
    }
    act(.press, .left, at: 3)
    #expect(workbench.breadcrumbs.last == "Hello")
    act(.wheelDown, .none, at: 90)
    #expect(workbench.breadcrumbs.last == "Echo")
    let targets = map.jumpTargets(size: size, in: workbench).filter {
      if case .tab = $0.pointer { true } else { false }
    }
    #expect(targets.map(\.row) == [1, 1])
    if let first = targets.first { ScreenFixtures.act(&workbench, size, .pointer(first.pointer)) }
    #expect(workbench.breadcrumbs.last == "Hello")
    act(.press, .left, at: 90)
    #expect(workbench.breadcrumbs.last == "Hello", "nothing stands there")
    act(.press, .middle, at: 25)
    #expect(workbench.tabs.all.count == 1)
  }

  @Test("a name of any length is cut before the status is, and nothing of it reaches the terminal as it is")
  func names() async throws {
    let size = Size(width: 80, height: 24)
    var workbench = try await tabs(size)
    ScreenFixtures.act(&workbench, size, .command(.focusTree), .command(.rename))
    ScreenFixtures.act(
      &workbench, size, .type(.insert("\u{1B}[31m" + String(repeating: "世界 ", count: 30))), .command(.activate))
    let bar = bar(workbench, size)
    #expect(bar.contains("…  waiting"))
    #expect(!bar.unicodeScalars.contains("\u{1B}"))
  }
}
