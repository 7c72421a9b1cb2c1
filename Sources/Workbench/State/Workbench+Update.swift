import Exchanges
import Workspaces

/// The way in: each action goes to the part of the workbench that it is about.
extension Workbench {
  /// Takes an action; what is to be done outside, in order.
  package mutating func update(_ action: Action) -> [Effect] {
    let (tab, filter) = (tabs.shown.id, viewer.filter)
    let effects = take(action)
    // A filter whose view is gone would be seen and stopped by nobody; in a tab behind it goes on.
    let isGone = tabs.shown.id == tab && filter?.isRunning == true && viewer.filter == nil
    return isGone ? [.stopFilter] + effects : effects
  }

  private mutating func take(_ action: Action) -> [Effect] {
    // Whoever goes on working does not leave.
    if action.isOfUser, popup == nil { quitsWhenSaved = false }
    switch action {
    case .command(let command):
      message = nil
      return perform(command)
    case .type(let command):
      return type(command)
    case .edit(let command):
      message = nil
      return edit(command)
    case .paste(let bytes):
      return paste(bytes)
    case .pointer(let pointer):
      message = nil
      return point(pointer)
    case .paneSizes(let sizes):
      // Labels would stand where nothing is any more.
      if sizes != self.sizes, case .jump? = popup { popup = nil }
      self.sizes = sizes
      tree.setHeight(sizes.tree.rows)
      fitOpen()
      return resizeViewer(sizes) + fitPicture()
    case .jumpTargets(let targets):
      if popup == nil, !targets.isEmpty { popup = .jump(Jump(targets)) }
      return []
    case .terminate:
      return [.journal(journalled), .quit]
    case .preferences(let preferences):
      return take(preferences)
    case .pictures(let medium):
      pictures = medium
      return fitPicture()

    case .loaded, .saved, .saveFailed, .journalFound:
      return takeWorkspaceAnswer(action)
    case .prepared, .curlRead, .formRead, .jsonLaidOut, .editedExternally, .redirectResolved, .notSent:
      return takeRequestAnswer(action)
    case .went(let exchanges, let connections):
      return takeNetworkNews(exchanges, connections)
    case .readOn:
      return viewer.readOn().map(Effect.window)
    case .window, .found, .going, .located, .folded, .pathNamed, .partNamed, .readingToggled, .filtered, .recorded,
      .decoded:
      return inTab(where: { $0.asked(action) }) { $0.takeDocumentAnswer(action) }
    case .shownOutside(let message):
      isShowingOutside = false
      self.message = message
      return []
    case .message(let message):
      self.message = message
      return []
    case .copied(let message):
      self.message = message
      endSelections()
      return []
    }
  }

  private mutating func perform(_ command: Command) -> [Effect] {
    if popup != nil, let effects = performInPopup(command) { return effects }
    switch command {
    case .quit: return askToQuit()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help: popup = .help(top: 0)
    case .palette: popup = .palette(Palette(recent: recentCommands))
    case .jump: return [.findJumpTargets]
    case .growPane: return [.resize(focus, by: 1)]
    case .shrinkPane: return [.resize(focus, by: -1)]
    case .resetPanes:
      shares = LayoutState()
      return [.keepLayout(shares)]
    case .chooseTheme, .openSettings, .showSettingsProblems: return performOnSettings(command)
    case .dismiss: return dismiss()
    case .focusNext: moveFocus(by: 1)
    case .focusPrevious: moveFocus(by: -1)
    case .focusTree:
      isTreeHidden = false
      focus = .tree
    case .focusRequest: focus = .request
    case .focusConnection: focus = .connection
    case .focusHeaders: focus = .headers
    case .focusBody: focus = .body
    case .toggleTree:
      isTreeHidden.toggle()
      if isTreeHidden, focus == .tree { focus = .request }
    case .zoom: isZoomed.toggle()
    case .toggleKeys:
      editingKeys = editingKeys == .vi ? .readline : .vi
      fitOpen()
      message = .note(editingKeys == .vi ? "Texts take vi's keys: U is redo, ^R sends" : "Texts take readline's keys")
    case .toggleWrap where focus == .body || focus == .headers: return following { $0.toggleWrap() }
    case .toggleWrap:
      wrapsLines.toggle()
      fitOpen()
      message = .note(wrapsLines ? "Long lines go on in the next row" : "Long lines go on to the right")

    case .newRequest, .newFolder, .newWorkspace, .rename, .duplicate, .delete, .undoTree, .shiftUp, .shiftDown, .save,
      .reload, .nextEnvironment, .filter:
      return performOnWorkspaces(command)
    case .send, .toggleRaw, .backToForm, .editExternally, .formatJSON, .minifyJSON, .copyAsCurl, .connect,
      .sendOnConnection,
      .sendUpToCursor, .closeSending,
      .closeConnection, .abortConnection, .cancelExchange, .followRedirect:
      return performOnRequest(command)
    case .showEvents, .showSecurity, .showKernel, .showWaterfall:
      return performOnConnection(command)
    case .nextView where focus == .connection, .copy where focus == .connection:
      return performOnConnection(command)
    case .copy where focus == .tree: return copyTreeRow()
    case .showPicture: return showPicture()
    case .openInNewTab, .nextTab, .previousTab, .chooseTab, .closeTab, .reopenTab: return performOnTabs(command)
    case .trustOnce: return trustRefused(always: false)
    case .trustAlways: return trustRefused(always: true)
    case .replaceText: return askForReplacement()
    case .search where isInText: return askForTextSearch()
    case .searchNext where isInText: return searchTextAgain(isBackward: false)
    case .searchPrevious where isInText: return searchTextAgain(isBackward: true)
    case .previousExchange, .nextExchange, .showPretty, .showText, .showHex, .showWire, .toggleHexContent,
      .toggleWireText, .showNote,
      .nextView, .explain, .search, .toggleSearchCase, .toggleSearchExpression, .searchNext, .searchPrevious,
      .goTo, .filterBody, .openInPager, .openInEditor:
      return performOnResponse(command)
    case .startSelection, .selectRows, .swapSelectionEnds, .selectLeft, .selectRight, .selectUp, .selectDown, .copy,
      .copyValue, .copyBody, .saveBody:
      return performOnSelection(command)
    case .toggleFold, .foldAll, .unfoldAll, .foldMore, .foldLess, .copyJSONPath, .copyJQPath:
      return performOnStructure(command)
    case .compare, .markForComparison, .showDifference, .nextDifference, .previousDifference, .compareOtherMessages,
      .compareBeside, .compareByRows:
      return performOnComparison(command)
    case .moveUp, .moveDown, .pageUp, .pageDown, .moveToStart, .moveToEnd, .activate, .fold, .unfold, .moveLeft,
      .moveRight, .moveWordLeft, .moveWordRight, .moveLineStart, .moveLineEnd:
      switch focus {
      case .tree: return moveInTree(command)
      case .headers, .body: return moveInResponse(command)
      case .connection: return moveInConnection(command)
      case .request: break
      }
    }
    return []
  }

  /// Esc: closes a popup, else ends a selection, else cancels the exchange.
  private mutating func dismiss() -> [Effect] {
    if focus == .request, let open, drafts[open]?.endSelection() == true { return [] }
    if viewer.body.hasSelection || viewer.headers.hasSelection {
      endSelections()
      return []
    }
    if viewer.search?.isRunning == true {
      viewer.search?.isRunning = false
      message = .note("Search stopped")
      searchGeneration += 1
      return [.stopSearch]
    }
    if viewer.isGoing {
      viewer.isGoing = false
      message = .note("Stopped")
      return [.stopSearch]
    }
    if isShowingOutside { return [.stopShowingOutside] }
    if viewer.filter?.isRunning == true { return [.stopFilter] }
    if exchange?.isRunning == true { return performOnRequest(.cancelExchange) }
    if !tree.filter.isEmpty {
      tree.setFilter("")
      return []
    }
    viewer.search = nil
    return []
  }

  private mutating func moveFocus(by step: Int) {
    let panes = Pane.allCases.filter { !($0 == .tree && isTreeHidden) }
    guard let index = panes.firstIndex(of: focus) else { return focus = .request }
    focus = panes[(index + step + panes.count) % panes.count]
  }
}
