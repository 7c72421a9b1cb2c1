import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct LayoutTests {
  private static let sizes = [(40, 10), (60, 16), (60, 50), (80, 24), (120, 12), (120, 40), (200, 60)].map {
    Size(width: $0.0, height: $0.1)
  }

  @Test("every pane can be shown at every size, inside the screen and over no other", arguments: sizes)
  func panes(_ size: Size) async throws {
    var workbench = try await ScreenFixtures.opened(size)
    for command in [Command.focusTree, .focusRequest, .focusConnection, .focusHeaders, .focusBody] {
      ScreenFixtures.act(&workbench, size, .command(command))
      let layout = ScreenLayout(size: size, workbench: workbench)
      let box = try #require(layout.boxes[workbench.focus])
      #expect(box.width >= 8 && box.height >= 1)
      let boxes = Array(layout.boxes.values)
      for (index, one) in boxes.enumerated() {
        #expect(one.intersection(Rect(size: size)) == one)
        for other in boxes[(index + 1)...] { #expect(one.intersection(other).isEmpty) }
      }
    }
  }

  @Test(
    "small, narrow and short screens",
    arguments: [Size(width: 40, height: 10), Size(width: 60, height: 50), Size(width: 120, height: 12)])
  func screens(_ size: Size) async throws {
    var workbench = try await ScreenFixtures.opened(size)
    ScreenFixtures.act(&workbench, size, .command(.focusRequest))
    try ScreenExpectation.check(workbench, size, "request-\(size.width)x\(size.height)")
  }

  private func drag(_ workbench: inout Workbench, _ size: Size, from start: Point, to end: Point) -> [Effect] {
    let map = PointerMap(WorkbenchScreen())
    var effects: [Effect] = []
    for (kind, place) in [(MouseEvent.Kind.press, start), (.drag, end), (.release, end)] {
      let event = MouseEvent(kind: kind, button: .left, position: place)
      if let action = map.action(for: event, size: size, in: workbench) {
        effects += ScreenFixtures.act(&workbench, size, action)
      }
    }
    return effects
  }

  @Test("each line between panes follows the mouse, and where it is let go is kept")
  func dragging() async throws {
    let size = Size(width: 120, height: 40)
    var workbench = try await ScreenFixtures.opened(size)
    let before = ScreenLayout(size: size, workbench: workbench)
    let tree = try #require(before.boxes[.tree])
    var effects = drag(&workbench, size, from: Point(x: tree.maxX - 1, y: 20), to: Point(x: 40, y: 21))
    #expect(ScreenLayout(size: size, workbench: workbench).boxes[.tree]?.maxX == 41)
    let request = try #require(before.boxes[.request])
    effects += drag(&workbench, size, from: Point(x: 60, y: request.maxY - 1), to: Point(x: 60, y: 14))
    #expect(ScreenLayout(size: size, workbench: workbench).boxes[.request]?.maxY == 15)
    let connection = try #require(ScreenLayout(size: size, workbench: workbench).boxes[.connection])
    effects += drag(&workbench, size, from: Point(x: 60, y: connection.maxY - 1), to: Point(x: 60, y: 20))
    #expect(ScreenLayout(size: size, workbench: workbench).boxes[.connection]?.maxY == 21)
    let divider = try #require(ScreenLayout(size: size, workbench: workbench).divider)
    effects += drag(&workbench, size, from: divider.origin, to: Point(x: 70, y: 25))
    #expect(ScreenLayout(size: size, workbench: workbench).divider?.x == 70)
    #expect(effects.filter { if case .keepLayout = $0 { true } else { false } }.count == 4)
    #expect(workbench.grabbed == nil)

    // As far as it goes, and no farther.
    _ = drag(&workbench, size, from: Point(x: 40, y: 20), to: Point(x: 119, y: 20))
    #expect(ScreenLayout(size: size, workbench: workbench).boxes[.tree]?.width == 80)
    ScreenFixtures.act(&workbench, size, .command(.resetPanes))
    #expect(ScreenLayout(size: size, workbench: workbench).boxes == before.boxes)
  }

  @Test("a tab on a line is still a tab")
  func tabs() async throws {
    let size = Size(width: 120, height: 40)
    var workbench = try await ScreenFixtures.opened(size)
    let connection = try #require(ScreenLayout(size: size, workbench: workbench).boxes[.connection])
    _ = drag(&workbench, size, from: Point(x: connection.x + 25, y: connection.y), to: Point(x: connection.x, y: 30))
    #expect(workbench.focus == .connection && workbench.connectionPanel.view != .events)
  }

  @Test("keys make the pane with the focus larger and smaller")
  func keys() async throws {
    let size = Size(width: 120, height: 40)
    for command in [Command.focusTree, .focusRequest, .focusConnection, .focusHeaders, .focusBody] {
      var workbench = try await ScreenFixtures.opened(size)
      ScreenFixtures.act(&workbench, size, .command(command))
      func room() throws -> Int {
        let box = try #require(ScreenLayout(size: size, workbench: workbench).boxes[workbench.focus])
        return box.width * box.height
      }
      for (key, isLarger) in [(Command.growPane, true), (.growPane, true), (.shrinkPane, false)] {
        let before = try room()
        guard case .resize(let pane, let steps)? = workbench.update(.command(key)).first,
          let (border, share) = ScreenLayout(size: size, workbench: workbench).resized(pane, by: steps)
        else {
          Issue.record("\(command) does not change")
          return
        }
        ScreenFixtures.act(&workbench, size, .pointer(.move(border, share: share)))
        #expect(try (room() > before) == isLarger, "\(command) \(key)")
      }
    }
  }
}
