import Connections
import Documents
import Exchanges
import NcursesTerminal
import Recordings
import TerminalUI
import Workbench
import WorkbenchViews
import Workspaces

/// The full-screen program: keys to actions, actions to the workbench, its effects to the actors, its state to the screen.
@MainActor
final class WorkbenchProgram {
  private let terminal: Terminal
  private let services: Services
  private let settings: SettingsKeeper
  private var workbench: Workbench
  private var clock = FrameClock()
  /// What is said in place of a screen.
  private var spoken: SpokenLines?
  private var isLeaving = false
  private let clipboard = ClipboardCommand.fitting()
  /// The last program that was given the terminal.
  private var lending: Task<Void, Never>?
  /// The last body that is made ready for another program.
  private var outside: Task<Void, Never>?
  /// Goes on with a drag that has left its rows.
  private var scrolling: Task<Void, Never>?
  /// Waits for the next frame that only the age of a connection asks for.
  private var aging: Task<Void, Never>?
  private let done: AsyncStream<Void>
  private let leave: AsyncStream<Void>.Continuation
  private lazy var runner = EffectRunner(services: services) { [weak self] action in self?.take(action) }

  init(
    services: Services, settings: SettingsKeeper, isForScreenReader: Bool = false, startURL: String?
  ) throws(TerminalError) {
    let isLinear = isForScreenReader || settings.isForScreenReader
    terminal = try Terminal(colors: settings.colorDepth, linear: isLinear)
    if isLinear { spoken = SpokenLines() }
    self.services = services
    self.settings = settings
    settings.use(terminal.colorDepth)
    workbench = Workbench(startURL: startURL, shares: services.layout.read())
    (done, leave) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Runs until the user leaves.
  func run() async {
    _ = workbench.update(.preferences(settings.preferences))
    _ = workbench.update(.pictures(settings.pictures(on: terminal.graphics)))
    tellSizes()
    run([.loadWorkspaces()])
    let opening = Task { await drawWithoutWorkspaces() }
    Task { await tellOfPractice() }
    let news = Task { await followNetwork() }
    let reading = Task { await followDocuments() }
    let setting = Task { await followSettings() }
    let input = Task {
      for await event in terminal.events { take(event) }
    }
    for await _ in done { break }
    opening.cancel()
    news.cancel()
    reading.cancel()
    aging?.cancel()
    setting.cancel()
    input.cancel()
    await runner.finish()
    endLine()
    terminal.close()
  }

  // MARK: Down: from the terminal to the workbench

  private func take(_ event: TerminalEvent) {
    if case .input = event { scrolling?.cancel() }
    switch event {
    case .input(.key(let key)):
      if let action = settings.screen.keymap.action(for: key, in: workbench.inputContext) {
        take(action, afterKey: true)
      }
    case .input(.paste(let bytes)): take(.paste(bytes), afterKey: true)
    case .input(.mouse(let mouse)):
      point(mouse)
      if PointerMap(settings.screen).scrolls(mouse, size: terminal.size, in: workbench) {
        scrolling = Task { await keepPointing(mouse) }
      }
    case .input(.focus), .input(.report): break
    case .graphics: tellPictures()
    case .resized, .resumed:
      if case .resumed = event { spoken?.startOver() }
      tellSizes()
      drawSoon()
    case .terminate, .inputClosed: take(.terminate)
    }
  }

  private func point(_ mouse: MouseEvent) {
    if let action = PointerMap(settings.screen).action(for: mouse, size: terminal.size, in: workbench) { take(action) }
  }

  /// The terminal tells nothing while the mouse is held still: it is asked of the same place again, a frame later.
  private func keepPointing(_ mouse: MouseEvent) async {
    while true {
      try? await Task.sleep(for: FrameClock.interval)
      if Task.isCancelled || isLeaving { return }
      point(mouse)
    }
  }

  private func take(_ action: Action, afterKey: Bool = false) {
    run(workbench.update(action))
    tellSizes()
    drawSoon(afterKey: afterKey)
  }

  /// What the panes divide: without a screen a common size, whose rows are kept ready to be read.
  private var size: Size { terminal.isLinear ? Size(width: 120, height: 40) : terminal.size }

  /// The layout follows the state (focus, zoom), and the workbench must know how many rows there are.
  private func tellSizes() {
    let sizes = ScreenLayout(size: size, workbench: workbench).paneSizes
    guard sizes != workbench.sizes else { return }
    run(workbench.update(.paneSizes(sizes)))
  }

  /// What shows pictures follows what the terminal says and what is set.
  private func tellPictures() {
    let medium = settings.pictures(on: terminal.graphics)
    if medium != workbench.pictures { take(.pictures(medium)) }
  }

  private func run(_ effects: [Effect]) {
    let tab = workbench.tabs.shown.id
    for effect in effects {
      switch effect {
      case .quit:
        isLeaving = true
        leave.yield()
      case .suspend:
        endLine()
        terminal.suspend()
      case .redraw:
        terminal.redraw()
        spoken?.startOver()
      case .editExternally(let draft, let control, let text, let ending):
        lendTerminal {
          .editedExternally(draft, control, original: text, await ExternalEditor.edit(text, ending: ending))
        }
      case .showOutside(let exchange, let what, let program):
        outside = Task {
          switch await services.prepare(what, of: exchange, for: program) {
          case .success(let view): lendTerminal { .shownOutside(await view.show()) }
          case .failure(let sentence): take(.shownOutside(.problem(sentence.text)))
          }
        }
      case .stopShowingOutside: outside?.cancel()
      case .resize(let pane, let steps):
        let layout = ScreenLayout(size: terminal.size, workbench: workbench)
        if let (border, share) = layout.resized(pane, by: steps) { take(.pointer(.move(border, share: share))) }
      case .findJumpTargets where terminal.isLinear:
        take(.message(.note("Labels are for the eye: Alt+1 to Alt+5 go to the panes, F6 to the next one")))
      case .findJumpTargets:
        take(.jumpTargets(PointerMap(settings.screen).jumpTargets(size: terminal.size, in: workbench)))
      case .copy(let bytes, let what): Task { await copy(Services.Copy(bytes: bytes, what: what)) }
      case .openSettings: editSettings()
      case .setTheme(let name): take(.message(settings.setTheme(name)))
      case .copyText, .copyValue, .copyBody, .copyBytes, .copyAsCurl: copyLater(effect)
      case .decode:
        terminal.askForGraphics()
        runner.run(effect, for: tab)
      default: runner.run(effect, for: tab)
      }
    }
  }

  /// Gives the terminal to another program, after those that have it already, and takes what comes of it.
  private func lendTerminal(_ use: @escaping @MainActor () async -> Action) {
    lending = Task { [before = lending] in
      await before?.value
      endLine()
      terminal.pause()
      let action = await use()
      terminal.resume()
      take(action)
    }
  }

  private func editSettings() {
    switch settings.open() {
    case .failure(let sentence): take(.message(.problem(sentence.text)))
    case .success(let path):
      lendTerminal { [self] in
        if let failure = await TerminalProgram.editor.run(opening: path) {
          return .message(.problem("\(failure): the settings are in \(path)"))
        }
        // Whoever watches the file may not have seen yet that it was saved.
        return takeSettings() ? .preferences(settings.preferences) : .message(.note("\(path) is as it was"))
      }
    }
  }

  private func copyLater(_ effect: Effect) {
    let limit = clipboard == nil ? ClipboardSequence.limit : ClipboardCommand.limit
    Task {
      switch await services.bytesToCopy(effect, limit: limit) {
      case .success(let copied): await copy(copied)
      case .failure(let sentence): take(.message(.problem(sentence.text, offering: effect.isOfBody ? .saveBody : nil)))
      }
    }
  }

  /// Copies by the command that there is for it, else by the terminal, which does not tell whether it does.
  private func copy(_ copied: Services.Copy) async {
    let what = "\(copied.what), \(copied.bytes.count) bytes"
    let remark = copied.remark.map { ". \($0)" } ?? ""
    if let clipboard, await clipboard.copy(copied.bytes) {
      return take(.copied(.note("Copied \(what), to \(clipboard.place)\(remark)")))
    }
    switch terminal.copyToClipboard(copied.bytes) {
    case .sent: take(.copied(.note("Copied \(what), to the terminal's clipboard, if it takes that (OSC 52)\(remark)")))
    case .tooLarge(let limit):
      take(.message(.problem("Terminals copy at most \(limit) bytes: save it to a file instead", offering: .saveBody)))
    case .unsupported:
      take(.message(.problem("This terminal takes no copies (OSC 52): save it to a file instead", offering: .saveBody)))
    }
  }

  // MARK: Up: from the network to the screen

  /// Pulls what changed, at most once a frame.
  private func followNetwork() async {
    for await _ in services.connections.changes {
      let news = await services.networkNews()
      if !news.exchanges.isEmpty || !news.connections.isEmpty {
        take(.went(exchanges: news.exchanges, connections: news.connections))
      }
      try? await Task.sleep(for: FrameClock.interval)
    }
  }

  /// Documents that are being divided into rows show more of them.
  private func followDocuments() async {
    for await _ in services.documents.changes {
      take(.readOn)
      try? await Task.sleep(for: FrameClock.interval)
    }
  }

  /// Settings count as soon as they are saved.
  private func followSettings() async {
    settings.startWatching()
    guard let changes = settings.changes else { return }
    for await _ in changes {
      // Saving is several steps for an editor.
      try? await Task.sleep(for: .milliseconds(30))
      settings.startWatching()
      if takeSettings() { take(.preferences(settings.preferences)) }
    }
  }

  /// Reads the settings again; whether anything is otherwise than before.
  private func takeSettings() -> Bool {
    let before = settings.preferences
    guard settings.read() || settings.preferences != before else { return false }
    terminal.limitColors(to: settings.colorDepth)
    settings.use(terminal.colorDepth)
    tellPictures()
    return true
  }

  /// Says so when the practice server could not start; everything else works without it.
  private func tellOfPractice() async {
    do {
      _ = try await services.composing.practice.value
    } catch let error as any CustomStringConvertible {
      take(.message(.problem(error.description)))
    } catch {}
  }

  /// The first frame has the workspaces in it, unless reading them takes long.
  private func drawWithoutWorkspaces() async {
    try? await Task.sleep(for: .milliseconds(60))
    drawSoon()
  }

  private func show() {
    if spoken == nil {
      terminal.draw(settings.screen.draw(workbench, size: size, now: .now()))
    } else if let bytes = spoken?.bytes(of: workbench, keymap: settings.screen.keymap, columns: terminal.size.width) {
      terminal.write(bytes)
    }
  }

  private func endLine() {
    if let bytes = spoken?.endLine() { terminal.write(bytes) }
  }

  private func drawSoon(afterKey: Bool = false) {
    guard !isLeaving, let delay = clock.delay(at: .now, afterKey: afterKey) else { return }
    Task {
      if delay > .zero { try? await Task.sleep(for: delay) }
      guard !isLeaving, clock.isDue(at: .now) else { return }
      show()
      clock.drew(at: .now)
      services.startTheRest()
      drawWhenOlder()
    }
  }

  /// A connection that has just been opened shows its age; with reduced motion only where something else has happened too.
  private func drawWhenOlder() {
    aging?.cancel()
    guard !workbench.preferences.hasReducedMotion, !terminal.isLinear else { return }
    guard let opened = workbench.openConnection?.opened,
      let wait = DurationText.untilAgeChanges(from: opened, to: .now())
    else { return }
    aging = Task {
      try? await Task.sleep(for: wait)
      if !Task.isCancelled { drawSoon() }
    }
  }
}

extension Effect {
  /// Whether it copies what can be saved instead: the body, or what is selected of it.
  fileprivate var isOfBody: Bool {
    switch self {
    case .copyText, .copyBody, .copyBytes: true
    default: false
    }
  }
}
