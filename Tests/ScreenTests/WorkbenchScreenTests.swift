import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct WorkbenchScreenTests {
  @Test(
    "the opened workbench at each kind of size",
    arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 60, height: 16)])
  func opened(_ size: Size) async throws {
    let workbench = try await ScreenFixtures.opened(size)
    try ScreenExpectation.check(workbench, size, "opened-\(size.width)x\(size.height)")
  }

  @Test("any size draws, down to one cell and to none")
  func tiny() async throws {
    let start = try await ScreenFixtures.opened(Size(width: 80, height: 24))
    for width in [0, 1, 19, 20, 79, 100] {
      for height in [0, 1, 5, 6, 15, 16] {
        let size = Size(width: width, height: height)
        var workbench = start
        for pane in [Command.focusTree, .focusRequest, .focusConnection, .focusHeaders, .focusBody, .help, .palette] {
          ScreenFixtures.act(&workbench, size, .command(pane))
          let canvas = WorkbenchScreenTests.draw(workbench, size)
          #expect(canvas.size == size)
        }
      }
    }
  }

  private static func draw(_ workbench: Workbench, _ size: Size) -> Canvas {
    WorkbenchScreen().draw(workbench, size: size, now: ScreenFixtures.start)
  }

  @Test(
    "the options in their groups, with a passphrase that nobody reads over a shoulder",
    arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func options(_ size: Size) async throws {
    var workbench = try await ScreenFixtures.opened(size)
    ScreenFixtures.act(&workbench, size, .command(.focusRequest), .edit(.show(.options)))
    ScreenFixtures.act(&workbench, size, .edit(.focus(.tls(.passphrase))), .edit(.text(.insert("hush"))))
    ScreenFixtures.act(&workbench, size, .edit(.focus(.tls(.pkcs12))))
    if size.width > 100 { ScreenFixtures.act(&workbench, size, .command(.zoom)) }
    try ScreenExpectation.check(workbench, size, "options-\(size.width)x\(size.height)")
  }

  @Test("the palette finds commands by the words of their names")
  func palette() async throws {
    let size = Size(width: 100, height: 30)
    var workbench = try await ScreenFixtures.opened(size)
    ScreenFixtures.act(&workbench, size, .command(.palette), .type(.insert("close send")))
    try ScreenExpectation.check(workbench, size, "palette")
  }
}
