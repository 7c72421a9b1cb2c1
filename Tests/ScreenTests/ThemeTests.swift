import Settings
import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct ThemeTests {
  private static let size = Size(width: 120, height: 40)

  /// States that between them show most of what there is.
  private static func screens() async throws -> [Workbench] {
    var opened = try await ScreenFixtures.opened(size)
    var screens = [opened]
    for command in [Command.help, .palette, .quit] {
      var other = opened
      ScreenFixtures.act(&other, size, .command(command))
      screens.append(other)
    }
    for command in [Command.focusRequest, .toggleRaw, .focusConnection, .focusHeaders, .focusBody, .search] {
      ScreenFixtures.act(&opened, size, .command(command))
      screens.append(opened)
    }
    ScreenFixtures.act(&opened, size, .message(.problem("something went wrong")))
    return screens + [opened]
  }

  private static func styles(_ name: String, _ depth: ColorDepth) async throws -> Set<Style> {
    var preferences = Preferences()
    preferences.theme = name
    var styles: Set<Style> = []
    for var workbench in try await screens() {
      _ = workbench.update(.preferences(preferences))
      let canvas = WorkbenchScreen(colorDepth: depth).draw(workbench, size: size, now: ScreenFixtures.start)
      for y in 0..<size.height { for x in 0..<size.width { styles.insert(canvas[x, y].style) } }
    }
    return styles
  }

  @Test(
    "in a theme with colours of its own every cell has them, and its text is read easily",
    arguments: ThemeTable().names.filter { !["terminal", "mono"].contains($0) })
  func contrast(_ name: String) async throws {
    for style in try await Self.styles(name, .direct) {
      let contrast = try #require(style.foreground.contrast(with: style.background), "\(name) leaves out \(style)")
      #expect(contrast >= (name.hasPrefix("high-contrast") ? 7 : 4.5), "\(name): \(style)")
    }
    for depth in [ColorDepth.eight, .sixteen, .indexed] {
      for style in try await Self.styles(name, depth) {
        #expect(depth.nearest(to: style.foreground) == style.foreground)
        #expect(style.foreground.contrast(with: style.background) ?? 0 >= 3, "\(name) with \(depth): \(style)")
      }
    }
  }

  @Test("without colours attributes tell parts from each other", arguments: ThemeTable().names)
  func none(_ name: String) async throws {
    let styles = try await Self.styles(name, .none)
    #expect(styles.allSatisfy { $0.foreground == .terminalDefault && $0.background == .terminalDefault })
    #expect(styles.count >= 5)
  }

  private func read(_ themes: String) -> (ThemeTable, [String]) {
    let settings = Settings(reading: Array("{\"themes\": \(themes)}".utf8), file: "settings.json")
    var table = ThemeTable()
    let problems = table.add(settings.themes)
    return (table, (settings.problems + problems).map(\.description))
  }

  @Test("a user's theme takes from another what it does not say, in any order")
  func inheritance() throws {
    let (table, problems) = read(
      """
      {"mine": {"inherits": "base", "key": "underline sea on 236"},
       "base": {"inherits": "barewire-light", "colors": {"ink": "#102030"}, "text": "ink on #fff"},
       "mono": {"inherits": "mono", "bad": "bold bright-red"}}
      """)
    #expect(problems == ["settings.json:1: “sea” is no colour and no attribute"])
    let mine = try #require(table["mine"])
    #expect(mine.text == Style(foreground: .rgb(0x10, 0x20, 0x30), background: .rgb(255, 255, 255)))
    #expect(mine.good.background == .rgb(255, 255, 255))
    #expect(mine.key == ThemeTable()["barewire-light"]?.key.background(.rgb(255, 255, 255)))
    #expect(table["mono"]?.bad == Style(foreground: .indexed(9), attributes: .bold))
    #expect(table.names.suffix(2) == ["mine", "base"])
  }

  @Test("what is wrong with a theme is named with its line, and the rest of it counts")
  func problems() {
    let (table, problems) = read(
      """
      {
        "a": {"inherits": "b"},
        "b": {"inherits": "a", "txt": "red",
          "key": "bold greeen", "bad": "red"},
        "c": {"inherits": "barewire-drak", "colors": {"x": "#12345"}},
        "d": []
      }
      """)
    #expect(
      Set(problems) == [
        "settings.json:3: “a” inherits from “b” itself.",
        "settings.json:3: A theme has no “txt”; did you mean “text”?",
        "settings.json:4: “greeen” is no colour and no attribute; did you mean “green”?",
        "settings.json:5: No theme is called “barewire-drak”; did you mean “barewire-dark”?",
        "settings.json:5: “x” must be a colour: #rrggbb, a name or 0 to 255.",
        "settings.json:6: A theme must be an object, not a list.",
      ])
    #expect(table["b"]?.bad == Style(foreground: .red))
  }

  @Test("choosing a theme shows each as the cursor comes to it, on small screens too")
  func choosing() async throws {
    let size = Size(width: 40, height: 10)
    var workbench = try await ScreenFixtures.opened(size)
    var preferences = Preferences()
    preferences.themes = ThemeTable().names
    ScreenFixtures.act(&workbench, size, .preferences(preferences), .command(.chooseTheme))
    for name in preferences.themes {
      #expect(workbench.shownTheme == name)
      let text = WorkbenchScreen().draw(workbench, size: size, now: ScreenFixtures.start).text()
      #expect(text.contains("▸ \(name)"))
      ScreenFixtures.act(&workbench, size, .command(.moveDown))
    }
    #expect(workbench.preferences.theme == "terminal")
    ScreenFixtures.act(&workbench, size, .command(.moveUp))
    let effects = ScreenFixtures.act(&workbench, size, .command(.activate))
    guard case .setTheme("high-contrast-light")? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(workbench.shownTheme == "high-contrast-light")
    // Leaving the list leaves the theme.
    ScreenFixtures.act(&workbench, size, .command(.chooseTheme), .command(.moveUp), .command(.dismiss))
    #expect(workbench.shownTheme == "high-contrast-light")
  }
}
