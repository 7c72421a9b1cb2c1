import Pictures
import Settings
import TerminalUI
import Workbench
import WorkbenchViews
import Workspaces

/// Reads the settings and says what they make of keys and colours, at the start and whenever they are saved.
@MainActor
final class SettingsKeeper {
  let file: SettingsFile?
  private let isGiven: Bool
  private var settings = Settings()
  private var themeFiles: [ThemeSource] = []
  private var hasRead = false
  private(set) var screen = WorkbenchScreen()
  private(set) var preferences = Preferences()
  private var watch: DirectoryWatch?

  /// Reads the settings, of the file given or the user's own; a small file, before the first screen.
  init(given: String?) {
    file = SettingsFile(given: given)
    isGiven = given != nil
    read()
  }

  /// Whether lines are written for a screen reader; counts from the next start on.
  var isForScreenReader: Bool { settings.isForScreenReader }

  /// The colours that the settings allow; nil leaves it to the terminal.
  var colorDepth: ColorDepth? {
    switch settings.colors {
    case .auto: nil
    case .direct: .direct
    case .indexed: .indexed
    case .sixteen: .sixteen
    case .none: ColorDepth.none
    }
  }

  /// What shows pictures on a terminal of which so much is known: a word in the settings goes before what it says.
  func pictures(on graphics: TerminalGraphics) -> PictureMedium {
    let cell = graphics.cell.map { Picture.Size(width: $0.width, height: $0.height) }
    // Where nobody tells, a common size; as pictures of a terminal that is only believed to show them.
    let assumed = cell ?? Picture.Size(width: 8, height: 16)
    switch settings.pictures {
    case .blocks: return .blocks
    case .kitty: return .kitty(cell: assumed)
    case .sixel: return .sixel(cell: assumed, colors: graphics.colors)
    case .auto:
      guard let cell else { return .blocks }
      if graphics.hasKitty { return .kitty(cell: cell) }
      return graphics.hasSixel ? .sixel(cell: cell, colors: graphics.colors) : .blocks
    }
  }

  /// Reads everything again; whether anything is set otherwise than before.
  @discardableResult
  func read() -> Bool {
    let before = (settings, themeFiles)
    preferences.path = file?.path
    preferences.problems = []
    guard let file else { return false }
    var problems: [SettingsProblem] = []
    do throws(WorkspaceError) {
      if let bytes = try file.read() {
        let read = Settings(reading: bytes, file: file.name)
        problems = read.problems
        // Half a file would take away what the other half says; at the start it is better than nothing.
        if read.isWhole || !hasRead { settings = read }
        hasRead = true
      } else {
        settings = Settings(file: file.name)
        if isGiven { preferences.problems = ["There is no settings file “\(file.path)”."] }
      }
    } catch {
      preferences.problems = [error.description]
    }
    problems += readThemes(file)
    apply(problems)
    return (settings, themeFiles) != before
  }

  private func readThemes(_ file: SettingsFile) -> [SettingsProblem] {
    var problems: [SettingsProblem] = []
    themeFiles = file.themes().compactMap { theme in
      let (value, problem) = PlacedJSON.read(theme.bytes, file: theme.file)
      if let problem { problems.append(problem) }
      return value.map { ThemeSource(name: Placed(theme.name, line: $0.line), file: theme.file, value: $0) }
    }
    return problems
  }

  /// Makes keys and themes of what was read, whose problems are given.
  private func apply(_ problems: [SettingsProblem]) {
    var problems = problems
    var keymap = Keymap.standard
    if !settings.keys.isEmpty {
      let changed = keymap.applying(settings)
      keymap = changed.keymap
      problems += changed.problems
    }
    var themes = ThemeTable()
    let own = settings.themes + themeFiles
    if !own.isEmpty { problems += themes.add(own) }
    preferences.themes = themes.names
    preferences.theme = "terminal"
    if let wanted = settings.theme {
      if themes.names.contains(wanted.value) {
        preferences.theme = wanted.value
      } else {
        let hint = NearestName.hint(for: wanted.value, among: themes.names)
        let known = hint.isEmpty ? "; known: \(themes.names.joined(separator: ", "))." : hint
        problems.append(
          SettingsProblem(
            file: settings.file, line: wanted.line, "No theme is called “\(wanted.value)”\(known)"))
      }
    }
    preferences.problems += problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }.map(\.description)
    preferences.editingKeys = settings.editing == .vi ? .vi : .readline
    preferences.hasReducedMotion = settings.hasReducedMotion
    screen = WorkbenchScreen(keymap: keymap, themes: themes, colorDepth: screen.colorDepth)
  }

  /// Draws in so many colours.
  func use(_ depth: ColorDepth) {
    screen = WorkbenchScreen(keymap: screen.keymap, themes: screen.themes, colorDepth: depth)
  }

  /// Writes the theme into the settings file, in which nothing else changes; what to tell about it.
  func setTheme(_ name: String) -> StatusMessage {
    preferences.theme = name
    guard let file else { return .note("Theme: \(name), until you leave") }
    do throws(WorkspaceError) {
      let before = try file.read() ?? Array(SettingsText.standard.utf8)
      guard let bytes = SettingsText.setting("theme", to: name, in: before) else {
        return .problem("\(file.name) is not JSON to its end, so the theme “\(name)” was not written into it")
      }
      try file.write(bytes)
      startWatching()
      read()
      return .note("Theme: \(name), kept in \(file.path)")
    } catch {
      return .problem(error.description)
    }
  }

  /// A settings file that sets everything to what holds now.
  var reference: OrderedJSON {
    let keys = screen.keymap.namedKeys.map { pane in
      let actions = pane.actions.map { (name: $0.key, value: OrderedJSON.string($0.name)) }
      return (name: pane.pane, value: OrderedJSON.object(actions))
    }
    return .object([
      ("note", .array(Keymap.settingsNotes.map(OrderedJSON.string))),
      ("theme", .string(preferences.theme)),
      ("colors", .string(settings.colors.rawValue)),
      ("editing", .string(settings.editing.rawValue)),
      ("reducedMotion", .bool(settings.hasReducedMotion)),
      ("pictures", .string(settings.pictures.rawValue)),
      ("screenReader", .bool(settings.isForScreenReader)),
      ("keys", .object(keys)),
    ])
  }

  /// The path of the file, which is made where there is none.
  func open() -> Result<String, Sentence> {
    guard let file else {
      return .failure(Sentence("HOME is not set, so there is no place for settings: start with --settings FILE"))
    }
    do throws(WorkspaceError) {
      if try file.read() == nil {
        try file.write(Array(SettingsText.standard.utf8))
        startWatching()
      }
      return .success(file.path)
    } catch {
      return .failure(Sentence(error.description))
    }
  }

  /// From now on `changes` ticks when the file is saved.
  func startWatching() {
    guard let file else { return }
    if watch == nil { watch = DirectoryWatch() }
    watch?.add(file.directories)
  }

  /// Ticks after something has changed in the folders of settings; one that is missing is looked for again after each tick.
  var changes: AsyncStream<Void>? { watch?.changes }
}
