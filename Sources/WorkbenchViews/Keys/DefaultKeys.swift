import Workbench

/// The keys as they come with Barewire.
///
/// Every frequent command has two, because multiplexers and terminals take some (`^J ^S ^O ^H ^B`). Printable keys are
/// commands only where nothing can be typed.
enum DefaultKeys {
  static let everywhere: [KeyBinding] = [
    KeyBinding("^R F5", .send, hint: "send"),
    KeyBinding("^S F2", .save, hint: "save"),
    KeyBinding("F6 Alt+Right", .focusNext, hint: "next pane"),
    KeyBinding("Shift+F6 Alt+Left", .focusPrevious),
    KeyBinding("^P Alt+p", .palette, hint: "commands"),
    KeyBinding("F1 ?", .help, hint: "help"),
    KeyBinding("^Q F10", .quit, hint: "quit"),
    KeyBinding("Esc", .dismiss),
    KeyBinding("Alt+1", .focusTree),
    KeyBinding("Alt+2", .focusRequest),
    KeyBinding("Alt+3", .focusConnection),
    KeyBinding("Alt+4", .focusHeaders),
    KeyBinding("Alt+5", .focusBody),
    KeyBinding("Alt+z F11", .zoom),
    KeyBinding("Alt+t F4", .toggleTree),
    KeyBinding("^N Alt+n", .newRequest),
    KeyBinding("Alt+PgDn Alt+Shift+→", .nextTab),
    KeyBinding("Alt+PgUp Alt+Shift+←", .previousTab),
    KeyBinding("Alt+0", .chooseTab),
    KeyBinding("Alt+W ^W", .closeTab),
    KeyBinding("Alt+T", .reopenTab),
    KeyBinding("Alt+e F9", .nextEnvironment),
    KeyBinding("F7 Alt+r", .toggleRaw, hint: "raw"),
    KeyBinding("Alt+q '", .jump, hint: "jump"),
    KeyBinding("Alt+Shift+↑ +", .growPane),
    KeyBinding("Alt+Shift+↓ -", .shrinkPane),
    KeyBinding("Alt+m", .backToForm),
    KeyBinding("Alt+x", .copyAsCurl),
    KeyBinding("Alt+o", .connect),
    KeyBinding("Alt+s", .sendOnConnection),
    KeyBinding("Alt+u", .sendUpToCursor),
    KeyBinding("Alt+h", .closeSending),
    KeyBinding("Alt+k", .closeConnection),
    KeyBinding("Alt+a", .abortConnection),
    KeyBinding("Alt+, ^PgUp", .previousExchange),
    KeyBinding("Alt+. ^PgDn", .nextExchange),
    KeyBinding("Alt+g", .followRedirect),
    KeyBinding("F8 Alt+v", .nextView),
    KeyBinding("Alt+/ ^F", .search),
    KeyBinding("F3", .searchNext),
    KeyBinding("Shift+F3", .searchPrevious),
    KeyBinding("Alt+l", .goTo),
    KeyBinding("Alt+w", .saveBody),
    KeyBinding("Alt+y", .copyBody),
    KeyBinding("^L", .redraw),
    KeyBinding("^Z", .suspend),
  ]

  static let tables: [InputContext: [KeyBinding]] = [
    .tree: tree,
    .request: RequestKeys.lists,
    .requestText: RequestKeys.line,
    .requestLines: RequestKeys.lines,
    .requestBytes: RequestKeys.bytes,
    .requestVi: RequestKeys.vi,
    .connection: connection,
    .headers: headers,
    .body: body,
    .selection: selection,
    .prompt: prompt,
    .choice: choice,
    .palette: palette,
    .help: help,
    .jump: jump,
  ]

  private static let vertical: [KeyBinding] = [
    KeyBinding("↑ k", .moveUp),
    KeyBinding("↓ j", .moveDown),
    KeyBinding("PgUp", .pageUp),
    KeyBinding("PgDn Space", .pageDown),
  ]

  private static let movement: [KeyBinding] =
    vertical + [
      KeyBinding("Home g", .moveToStart),
      KeyBinding("End G", .moveToEnd),
      KeyBinding("Tab", .focusNext),
      KeyBinding("Shift+Tab", .focusPrevious),
    ]

  private static let tree: [KeyBinding] =
    [
      KeyBinding("Enter", .activate, hint: "open"),
      KeyBinding("t", .openInNewTab, hint: "new tab"),
      KeyBinding("← h", .fold),
      KeyBinding("→ l", .unfold),
      KeyBinding("/ ^F", .filter, hint: "filter"),
      KeyBinding("n", .newRequest, hint: "new"),
      KeyBinding("N", .newFolder),
      KeyBinding("W", .newWorkspace),
      KeyBinding("r F12", .rename, hint: "rename"),
      KeyBinding("d ^D", .duplicate),
      KeyBinding("x Del", .delete, hint: "delete"),
      KeyBinding("u ^U", .undoTree),
      KeyBinding("K Alt+↑", .shiftUp),
      KeyBinding("J Alt+↓", .shiftDown),
      KeyBinding("R", .reload),
      KeyBinding("y", .copy),
      KeyBinding("e", .nextEnvironment),
      KeyBinding("m", .markForComparison),
      KeyBinding("=", .compare),
    ] + movement

  private static let connection: [KeyBinding] =
    [
      KeyBinding("o", .connect, hint: "connect"),
      KeyBinding("s", .sendOnConnection, hint: "send draft"),
      KeyBinding("u", .sendUpToCursor, hint: "up to cursor"),
      KeyBinding("w", .closeSending, hint: "close sending side"),
      KeyBinding("c", .closeConnection, hint: "close"),
      KeyBinding("a", .abortConnection, hint: "abort"),
      KeyBinding("1", .showEvents),
      KeyBinding("2", .showSecurity, hint: "tls"),
      KeyBinding("3", .showKernel, hint: "tcp"),
      KeyBinding("4", .showWaterfall, hint: "waterfall"),
      KeyBinding("y", .copy, hint: "copy"),
      KeyBinding("[", .previousExchange),
      KeyBinding("]", .nextExchange),
    ] + movement

  private static let views: [KeyBinding] = [
    KeyBinding("1", .showPretty),
    KeyBinding("2", .showText),
    KeyBinding("3", .showHex),
    KeyBinding("4", .showWire),
    KeyBinding("e", .toggleHexContent),
    KeyBinding("F", .toggleWireText),
    KeyBinding("5", .showNote),
    KeyBinding("6", .showDifference),
    KeyBinding("m", .markForComparison),
    KeyBinding("=", .compare),
    KeyBinding("[", .previousExchange),
    KeyBinding("]", .nextExchange),
    KeyBinding("f", .followRedirect),
    KeyBinding("t", .trustOnce),
    KeyBinding("T", .trustAlways),
  ]

  private static let headers: [KeyBinding] =
    [
      KeyBinding("Enter", .explain, hint: "meaning"),
      KeyBinding("/", .search, hint: "search"),
      KeyBinding("n", .searchNext),
      KeyBinding("N", .searchPrevious),
      KeyBinding("y c", .copy, hint: "copy"),
      KeyBinding("C", .copyValue),
      KeyBinding("4", .showWire, hint: "its bytes"),
      KeyBinding("← h", .moveLeft),
      KeyBinding("→ l", .moveRight),
    ] + selecting + views.without("4") + movement

  private static let body: [KeyBinding] =
    [
      KeyBinding("Enter", .toggleFold),
      KeyBinding("z", .foldAll),
      KeyBinding("Z", .unfoldAll),
      KeyBinding("-", .foldMore),
      KeyBinding("+", .foldLess),
      KeyBinding("w", .toggleWrap),
      KeyBinding(":", .goTo),
      KeyBinding("p", .copyJSONPath),
      KeyBinding("P", .copyJQPath),
      KeyBinding("/", .search, hint: "search"),
      KeyBinding("n", .searchNext),
      KeyBinding("N", .searchPrevious),
      KeyBinding("y c", .copy, hint: "copy"),
      KeyBinding("C", .copyValue),
      KeyBinding("Y", .copyBody),
      KeyBinding("s", .saveBody, hint: "save body"),
      KeyBinding("|", .filterBody),
      KeyBinding("o", .openInPager),
      KeyBinding("E ^O", .openInEditor),
      KeyBinding("i", .showPicture),
      KeyBinding("d", .nextDifference),
      KeyBinding("D", .previousDifference),
      KeyBinding("B", .compareBeside),
      KeyBinding("b", .compareOtherMessages),
      KeyBinding("x", .compareByRows),
      KeyBinding("← h", .moveLeft),
      KeyBinding("→ l", .moveRight),
    ] + selecting + views + movement

  private static let selecting: [KeyBinding] = [
    KeyBinding("v", .startSelection),
    KeyBinding("V", .selectRows),
    KeyBinding("Shift+←", .selectLeft),
    KeyBinding("Shift+→", .selectRight),
    KeyBinding("Shift+↑", .selectUp),
    KeyBinding("Shift+↓", .selectDown),
  ]

  /// While something is selected, keys move its end as vi's do.
  private static let selection: [KeyBinding] =
    [
      KeyBinding("y c", .copy, hint: "copy"),
      KeyBinding("Esc q", .dismiss, hint: "end"),
      KeyBinding("s", .saveBody, hint: "save"),
      KeyBinding("o", .swapSelectionEnds, hint: "other end"),
      KeyBinding("← h", .moveLeft),
      KeyBinding("→ l", .moveRight),
      KeyBinding("w", .moveWordRight),
      KeyBinding("b", .moveWordLeft),
      KeyBinding("0 Home ^", .moveLineStart),
      KeyBinding("$ End", .moveLineEnd),
      KeyBinding("/", .search),
      KeyBinding("n", .searchNext),
      KeyBinding("N", .searchPrevious),
      KeyBinding("g Ctrl+Home", .moveToStart),
      KeyBinding("G Ctrl+End", .moveToEnd),
    ] + selecting + vertical

  private static let prompt: [KeyBinding] =
    [
      KeyBinding("Enter", .activate, hint: "done"),
      KeyBinding("Esc", .dismiss, hint: "cancel"),
      KeyBinding("↑", .moveUp),
      KeyBinding("↓", .moveDown),
      KeyBinding("Alt+c", .toggleSearchCase),
      KeyBinding("Alt+r", .toggleSearchExpression),
    ] + RequestKeys.typing { .type($0) }.without("Alt+c")

  private static let choice: [KeyBinding] = [
    KeyBinding("Enter Space", .activate, hint: "choose"),
    KeyBinding("↑ k", .moveUp, hint: "up"),
    KeyBinding("↓ j", .moveDown, hint: "down"),
    KeyBinding("Esc", .dismiss, hint: "close"),
  ]

  private static let palette: [KeyBinding] =
    RequestKeys.typing { .type($0) } + [
      KeyBinding("Enter", .activate, hint: "run"),
      KeyBinding("↑ ^P", .moveUp),
      KeyBinding("↓ ^N", .moveDown),
      KeyBinding("Esc", .dismiss, hint: "close"),
    ]

  private static let jump: [KeyBinding] = [
    KeyBinding("Esc Backspace", .dismiss, hint: "stay here")
  ]

  private static let help: [KeyBinding] = [
    KeyBinding("↑ k", .moveUp, hint: "up"),
    KeyBinding("↓ j", .moveDown, hint: "down"),
    KeyBinding("PgUp", .pageUp),
    KeyBinding("PgDn Space", .pageDown),
    KeyBinding("Esc q Enter", .dismiss, hint: "close"),
  ]
}
