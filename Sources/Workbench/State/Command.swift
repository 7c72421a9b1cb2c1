/// Everything that a key, a click or the palette can ask of the workbench by name.
///
/// The keymap binds keys to these; the palette lists them by `title`. Their raw values stand in people's settings files:
/// a name that once was goes on to mean the same.
package enum Command: String, Sendable, Hashable, CaseIterable {
  // Request; the palette keeps this order, so the most used come first and leaving last
  case send, toggleRaw, backToForm, copyAsCurl, editExternally, formatJSON, minifyJSON, replaceText, toggleWrap,
    toggleKeys
  // The socket by hand
  case connect, sendOnConnection, sendUpToCursor, closeSending, closeConnection, abortConnection
  case showEvents, showSecurity, showKernel, showWaterfall
  // Response
  case cancelExchange, previousExchange, nextExchange, followRedirect, trustOnce, trustAlways
  case showPretty, showText, showHex, showWire, toggleHexContent, toggleWireText, showNote, showPicture, nextView
  case explain, moveLeft, moveRight, search, searchNext, searchPrevious, toggleSearchCase, toggleSearchExpression
  case toggleFold, foldAll, unfoldAll, foldMore, foldLess, goTo
  case startSelection, selectRows, swapSelectionEnds, selectLeft, selectRight, selectUp, selectDown
  case moveWordLeft, moveWordRight, moveLineStart, moveLineEnd
  case copy, copyValue, copyBody, copyJSONPath, copyJQPath, saveBody, filterBody, openInPager, openInEditor
  case compare, markForComparison, showDifference, nextDifference, previousDifference
  case compareOtherMessages, compareBeside, compareByRows
  // Workspaces
  case moveUp, moveDown, pageUp, pageDown, moveToStart, moveToEnd
  case activate, fold, unfold, filter
  case newRequest, newFolder, newWorkspace, rename, duplicate, delete, undoTree, shiftUp, shiftDown
  case save, reload, nextEnvironment
  // Tabs
  case openInNewTab, nextTab, previousTab, chooseTab, closeTab, reopenTab
  // Focus
  case focusNext, focusPrevious, focusTree, focusRequest, focusConnection, focusHeaders, focusBody, toggleTree, zoom
  case jump, growPane, shrinkPane, resetPanes
  // The program
  case chooseTheme, openSettings, showSettingsProblems
  case help, palette, dismiss, redraw, suspend, quit

  /// What it does, in a few words, for the palette and the help screen.
  package var title: String {
    switch self {
    case .quit: "Quit"
    case .suspend: "Suspend to the shell"
    case .help: "Help: all keys"
    case .palette: "Commands: find by name"
    case .chooseTheme: "Choose a theme"
    case .openSettings: "Open the settings file in $EDITOR"
    case .showSettingsProblems: "What is wrong in the settings"
    case .redraw: "Draw the screen again"
    case .dismiss: "Close, end selection, cancel"
    case .focusNext: "Next pane"
    case .focusPrevious: "Previous pane"
    case .focusTree: "Go to workspaces"
    case .focusRequest: "Go to request"
    case .focusConnection: "Go to connection"
    case .focusHeaders: "Go to headers"
    case .focusBody: "Go to body"
    case .toggleTree: "Show or hide workspaces"
    case .openInNewTab: "Open in a new tab"
    case .nextTab: "Next tab"
    case .previousTab: "Previous tab"
    case .chooseTab: "Go to a tab"
    case .closeTab: "Close the tab"
    case .reopenTab: "Open the closed tab again"
    case .zoom: "Zoom the pane"
    case .growPane: "Make the pane larger"
    case .shrinkPane: "Make the pane smaller"
    case .resetPanes: "Give the panes their own sizes again"
    case .jump: "Jump: label everything, go by a letter"
    case .moveUp: "Up"
    case .moveDown: "Down"
    case .pageUp: "Page up"
    case .pageDown: "Page down"
    case .moveToStart: "To the start"
    case .moveToEnd: "To the end"
    case .activate: "Open"
    case .fold: "Fold"
    case .unfold: "Unfold"
    case .filter: "Filter the tree"
    case .newRequest: "New request"
    case .newFolder: "New folder"
    case .newWorkspace: "New workspace"
    case .rename: "Rename"
    case .duplicate: "Duplicate"
    case .delete: "Delete"
    case .undoTree: "Undo the last change of the tree"
    case .shiftUp: "Move the item up"
    case .shiftDown: "Move the item down"
    case .save: "Save the workspace"
    case .reload: "Read the workspaces again"
    case .nextEnvironment: "Next environment"
    case .send: "Send"
    case .toggleRaw: "Form or raw"
    case .editExternally: "Edit the text in $EDITOR"
    case .formatJSON: "Format the JSON body"
    case .minifyJSON: "Minify the JSON body"
    case .replaceText: "Replace in the text"
    case .toggleKeys: "Keys of texts: readline's or vi's"
    case .toggleWrap: "Wrap long lines, or scroll sideways"
    case .backToForm: "Raw bytes back to the form"
    case .copyAsCurl: "Copy the request as curl"
    case .connect: "Connect without sending"
    case .sendOnConnection: "Send the draft on the open connection"
    case .sendUpToCursor: "Send up to the cursor on the open connection"
    case .closeSending: "Close the sending side (FIN)"
    case .closeConnection: "Close the connection"
    case .abortConnection: "Abort the connection (RST)"
    case .showEvents: "Connection: events"
    case .showSecurity: "Connection: TLS and certificates"
    case .showKernel: "Connection: what TCP measures"
    case .showWaterfall: "Connection: waterfall of phases"
    case .cancelExchange: "Cancel the exchange"
    case .previousExchange: "Earlier exchange"
    case .nextExchange: "Later exchange"
    case .followRedirect: "Follow the redirect"
    case .trustOnce: "Trust the refused certificate once"
    case .trustAlways: "Trust the refused certificate always"
    case .showPretty: "Body: pretty"
    case .showText: "Body: text"
    case .showHex: "Body: hex"
    case .showWire: "Body: wire"
    case .toggleHexContent: "Body: hex, as it came or the content decoded"
    case .toggleWireText: "Body: wire, as frames or as HTTP/1"
    case .showPicture: "Body: see the picture"
    case .showNote: "Body: the request's note"
    case .explain: "Headers: what the field means"
    case .nextView: "Next view of the pane"
    case .moveLeft: "Left"
    case .moveRight: "Right"
    case .search: "Search"
    case .searchNext: "Next match"
    case .searchPrevious: "Previous match"
    case .toggleSearchCase: "Search: letters in either case, or as typed"
    case .toggleSearchExpression: "Search: text, or a regular expression"
    case .toggleFold: "Body: fold or unfold here"
    case .foldAll: "Body: fold all"
    case .unfoldAll: "Body: unfold all"
    case .foldMore: "Body: fold one level more"
    case .foldLess: "Body: fold one level less"
    case .goTo: "Go to a row, byte or percentage"
    case .copyJSONPath: "Copy the value's place as JSONPath"
    case .copyJQPath: "Copy the value's place for jq"
    case .startSelection: "Select characters, or bytes in hex"
    case .selectRows: "Select rows"
    case .swapSelectionEnds: "To the other end of the selection"
    case .selectLeft: "Select to the left"
    case .selectRight: "Select to the right"
    case .selectUp: "Select upwards"
    case .selectDown: "Select downwards"
    case .moveWordLeft: "To the word before"
    case .moveWordRight: "To the next word"
    case .moveLineStart: "To the start of the row"
    case .moveLineEnd: "To the end of the row"
    case .copy: "Copy the selection, else the row"
    case .copyValue: "Copy the value itself"
    case .copyBody: "Copy the whole body"
    case .saveBody: "Save the selection, else the body, to a file"
    case .filterBody: "Filter the body by JSONPath or a shell command"
    case .openInPager: "Body: open in $PAGER"
    case .openInEditor: "Body: open a copy in $EDITOR"
    case .compare: "Compare with another exchange or request"
    case .markForComparison: "Mark to compare with another"
    case .showDifference: "Body: difference"
    case .nextDifference: "Next difference"
    case .previousDifference: "Previous difference"
    case .compareOtherMessages: "Difference: of requests or of responses"
    case .compareBeside: "Difference: side by side or one under the other"
    case .compareByRows: "Difference: JSON by structure or by rows"
    }
  }

  /// Commands that make sense only under the cursor of a list; the palette has them last.
  package var isMovement: Bool {
    switch self {
    case .moveUp, .moveDown, .pageUp, .pageDown, .moveToStart, .moveToEnd, .moveLeft, .moveRight, .activate, .fold,
      .unfold, .dismiss, .moveWordLeft, .moveWordRight, .moveLineStart, .moveLineEnd, .selectLeft, .selectRight,
      .selectUp, .selectDown, .swapSelectionEnds:
      true
    default: false
    }
  }
}
