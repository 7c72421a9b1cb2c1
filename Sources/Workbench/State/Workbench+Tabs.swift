import Exchanges
import Workspaces

/// Opening, showing and closing tabs.
extension Workbench {
  mutating func performOnTabs(_ command: Command) -> [Effect] {
    switch command {
    case .nextTab: return stepTab(by: 1)
    case .previousTab: return stepTab(by: -1)
    case .closeTab: return closeTab(tabs.shown.id)
    case .reopenTab: return reopenTab()
    case .chooseTab: offerTabs()
    case .openInNewTab: return openAtCursor(inNewTab: true)
    default: break
    }
    return []
  }

  // MARK: What a view asks

  package func title(of tab: Tab) -> TabTitle {
    guard let open = tab.open, let editor = drafts[open] else { return TabTitle(name: "empty") }
    return TabTitle(
      method: editor.draft.method, name: editor.draft.name, isModified: editor.isModified,
      progress: tab.viewer.exchange.flatMap { history[$0] }.map(TabTitle.Progress.init) ?? .none)
  }

  // MARK: Opening

  /// Opens a request for editing, with the draft it had; its last exchange is shown again.
  ///
  /// It is shown in the tab that it has, else in the one that is shown. One with unsaved changes or an exchange under
  /// way stays, and the request gets a new one.
  mutating func openRequest(_ id: DraftID, inNewTab: Bool = false) -> [Effect] {
    if let index = tabs.index(of: id) { return index == tabs.index ? [] : showTab(index) }
    takeUp(id)
    let left = open
    if left != nil, inNewTab || isBusy { tabs.add() } else { connectionPanel.byHand = nil }
    open = id
    if let left { drop(left) }
    fitOpen()
    teachOpen()
    return [prepareOpen()].compactMap { $0 } + viewer.show(lastExchange[id]).map(Effect.window)
  }

  /// Makes the draft of a request that has none.
  private mutating func takeUp(_ id: DraftID) {
    guard drafts[id] == nil, case .item(let item) = id, let request = tree.request(item) else { return }
    drafts[id] = RequestEditor(saved: request)
  }

  /// A draft that was left unchanged need not be kept.
  private mutating func drop(_ id: DraftID) {
    guard case .item = id, tabs.index(of: id) == nil, drafts[id]?.isModified == false else { return }
    drafts[id] = nil
  }

  /// Whether the tab that is shown has something in it that another request must not push out.
  private var isBusy: Bool { editor?.isModified == true || exchange?.isRunning == true }

  // MARK: Showing

  mutating func showTab(_ index: Int) -> [Effect] {
    guard index != tabs.index else { return [] }
    drawn = nil
    tabs.show(index)
    return freshenTab()
  }

  private mutating func stepTab(by step: Int) -> [Effect] {
    let count = tabs.all.count
    guard count > 1 else {
      message = .note("There is only this tab")
      return []
    }
    return showTab((tabs.index + step + count) % count)
  }

  /// Asks for what the tab that is shown now has missed: its room, its environment and its answer may be others.
  mutating func freshenTab() -> [Effect] {
    fitOpen()
    teachOpen()
    let rows = resizeViewer(sizes) + viewer.show(viewer.exchange).map(Effect.window)
    return [prepareOpen()].compactMap { $0 } + rows + freshenPicture()
  }

  private mutating func offerTabs() {
    var choice = Choice(
      title: "Tabs", lines: [],
      options: tabs.all.map { Choice.Option(title: title(of: $0).line, answer: .tab($0.id)) })
    choice.selected = tabs.index
    popup = .choice(choice)
  }

  // MARK: Closing

  /// Closes a tab; what is unsaved stays in the tree, what is under way is cancelled.
  mutating func closeTab(_ id: Tab.ID) -> [Effect] {
    guard let index = tabs.index(of: id), tabs.all.count > 1 || open != nil else {
      message = .note("There is no tab to close")
      return []
    }
    let tab = tabs.all[index]
    let title = title(of: tab)
    let effects = removeTab(index)
    let ends = effects.contains { if case .cancel = $0 { true } else { false } }
    message = .note(
      "closed “\(title.name)”" + (title.isModified ? "; what is unsaved stays in the workspaces" : "")
        + (ends ? "; its exchange was cancelled" : ""), offering: .reopenTab)
    return effects
  }

  /// Takes a tab away with all that is done for it.
  private mutating func removeTab(_ index: Int) -> [Effect] {
    let isShown = index == tabs.index
    let tab = tabs.all[index]
    let gone = tabs.close(index)
    if let open = tab.open { drop(open) }
    let ended = [.endTab(tab.id)] + endExchange(of: tab) + (gone?.recordedRequests ?? []).map(Effect.forget)
    guard isShown else { return ended }
    if open == nil, focus == .request { focus = .tree }
    return ended + freshenTab()
  }

  /// Cancels what only a closed tab showed, and closes the connection that was opened by hand there.
  private func endExchange(of tab: Tab) -> [Effect] {
    var effects: [Effect] = []
    if let id = tab.viewer.exchange, history[id]?.isRunning == true, !tabs.all.contains(where: { $0.shows(id) }) {
      effects.append(.cancel(id))
    }
    if let id = tab.connectionPanel.shown, isByHand(id), connections[id]?.state.isAlive == true,
      !tabs.all.contains(where: { $0.connectionPanel.shown == id })
    {
      effects.append(.close(id))
    }
    return effects
  }

  private mutating func reopenTab() -> [Effect] {
    guard tabs.reopen(where: isPlaced) else {
      message = .note("No tab was closed")
      return []
    }
    if let open {
      takeUp(open)
      // What it showed may have been forgotten since.
      if exchange == nil { _ = viewer.show(lastExchange[open]) }
    }
    return freshenTab()
  }

  /// Closes the tabs whose items are no longer there; their drafts wait for an undo.
  mutating func closeWhatIsGone() -> [Effect] {
    var effects: [Effect] = []
    while let index = tabs.all.firstIndex(where: { tab in tab.open.map { !isPlaced($0) } ?? false }) {
      effects += removeTab(index)
    }
    return effects
  }

  // MARK: Answers

  /// Lets the tab that asked take an answer.
  ///
  /// One behind another takes it without a word, and asks no further: what it needs is asked for when it is shown.
  mutating func inTab(
    where asked: (Tab) -> Bool, _ take: (inout Workbench) -> [Effect]
  ) -> [Effect] {
    if asked(tabs.shown) { return take(&self) }
    guard let index = tabs.all.firstIndex(where: asked) else { return [] }
    let (shown, message, focus) = (tabs.index, message, focus)
    tabs.show(index)
    _ = take(&self)
    tabs.show(shown)
    (self.message, self.focus) = (message, focus)
    return []
  }

  /// Each tab that shows an exchange shows another one in its place; who has gone on is not called back.
  mutating func goOn(from old: ExchangeID, to new: (Tab) -> ExchangeID?) -> [Effect] {
    var effects: [Effect] = []
    let shown = tabs.shown.id
    tabs.change { tab in
      guard tab.shows(old) else { return }
      let requests = tab.viewer.show(new(tab))
      if tab.id == shown { effects = requests.map(Effect.window) }
    }
    return effects
  }
}
