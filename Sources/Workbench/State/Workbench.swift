import Documents
package import Exchanges
package import Pictures
package import Workspaces

/// What is on the screen, and what each action does to it: a value, with no terminal, file or socket in it.
///
/// `update` is the only way in; it changes the state and returns what is to be done outside.
package struct Workbench: Sendable {
  /// The number of the first connection that the user opens by hand; the network counts its own from one on.
  private static let firstConnection: UInt64 = 1 << 32

  package internal(set) var tree = WorkspaceTree()
  /// Every request that has been opened, with its unsaved changes.
  package internal(set) var drafts: [DraftID: RequestEditor] = [:]
  package internal(set) var tabs = Tabs()
  package internal(set) var history = ExchangeHistory()
  package internal(set) var connections = KnownConnections()
  package internal(set) var focus = Pane.tree
  package internal(set) var popup: Popup?
  package internal(set) var message: StatusMessage?
  package internal(set) var sizes = PaneSizes()
  /// How the user has divided the screen.
  package internal(set) var shares = LayoutState()
  /// The line between panes that the mouse holds.
  package internal(set) var grabbed: Border?
  /// Where the mouse went down to select, until it goes down elsewhere.
  package internal(set) var drawn: DrawnSelection?
  package internal(set) var isTreeHidden = false
  package internal(set) var isZoomed = false
  /// Whether long lines of texts that are edited go on in the next row.
  package internal(set) var wrapsLines = true
  package internal(set) var preferences = Preferences()
  /// What shows pictures.
  package internal(set) var pictures = PictureMedium.blocks
  /// Which keys these texts take.
  package internal(set) var editingKeys = EditingKeys.readline
  /// The chosen environment of each workspace, by path.
  package internal(set) var environments: [String: String] = [:]

  /// The newest exchange made from each request.
  var lastExchange: [DraftID: ExchangeID] = [:]
  var previewGeneration = 0
  var nextExchange: UInt64 = 1
  var nextConnection = Self.firstConnection
  var nextUnplaced = 1
  /// Journalled drafts that wait for the user's answer.
  var recovered: [JournalledDraft] = []
  var quitsWhenSaved = false
  /// The workspaces that are being written, by path.
  var saves: [String: RunningSave] = [:]
  /// What the last save of a workspace said whose file somebody else has changed, by path.
  var conflicts: [String: String] = [:]
  var droppedDrafts: [DroppedDraft] = []
  var searchGeneration = 0
  var filterNumber = 0
  /// What bodies were filtered by, newest first.
  var pastFilters: [String] = []
  /// Whether the body is being made ready for another program.
  var isShowingOutside = false
  /// What was run from the palette, newest first.
  var recentCommands: [PaletteEntry] = []
  /// How to search, whatever for.
  var searchOptions = DocumentSearch("")
  /// The row that was left to search while the text to be found is typed.
  var searchOrigin: Int?
  /// What is to be compared with the next thing that is chosen.
  var marked: ComparisonMark?
  /// A URL given on the command line.
  var startURL: String?

  package init(startURL: String? = nil, shares: LayoutState = LayoutState()) {
    self.startURL = startURL
    self.shares = shares
  }

  // MARK: The tab on the screen

  /// The request in it.
  package internal(set) var open: DraftID? {
    get { tabs.shown.open }
    set { tabs.shown.open = newValue }
  }

  /// What is seen of its exchange.
  package internal(set) var viewer: ResponseViewer {
    get { tabs.shown.viewer }
    set { tabs.shown.viewer = newValue }
  }

  /// What is seen of its connection.
  package internal(set) var connectionPanel: ConnectionPanel {
    get { tabs.shown.connectionPanel }
    set { tabs.shown.connectionPanel = newValue }
  }

  // MARK: What a view asks

  package var editor: RequestEditor? { open.flatMap { drafts[$0] } }

  /// The exchange on the screen.
  package var exchange: ExchangeHistory.Record? { viewer.exchange.flatMap { history[$0] } }

  /// The connection on the screen.
  package var connection: ConnectionSummary? { connectionPanel.shown.flatMap { connections[$0] } }

  /// The same while bytes can be sent on it by hand.
  package var openConnection: ConnectionSummary? { connection.flatMap { $0.state.isAlive ? $0 : nil } }

  /// Workspace, folders and name of the open request.
  package var breadcrumbs: [String] {
    switch open {
    case .item(let id): tree.names(to: id)
    case .unplaced: [editor?.draft.name ?? "new request"]
    case nil: []
    }
  }

  /// The workspace file that the open request belongs to.
  package var openPath: String? {
    if case .item(let id) = open { tree.path(of: id) } else { nil }
  }

  /// The environment in use where the open request (or else the cursor) is.
  package var environmentName: String? {
    guard let path = openPath ?? tree.pathAtCursor else { return nil }
    return environment(of: path)?.name
  }

  /// Which of the keymap's tables is in force.
  package var inputContext: InputContext {
    switch popup {
    case .help, .reading: return .help
    case .prompt: return .prompt
    case .choice: return .choice
    case .palette: return .palette
    case .jump: return .jump
    case nil: break
    }
    switch focus {
    case .tree: return .tree
    case .connection: return .connection
    case .headers: return viewer.headers.hasSelection ? .selection : .headers
    case .body: return viewer.body.hasSelection ? .selection : .body
    case .request: return editor?.inputContext ?? .request
    }
  }

  /// Whether the user opened a connection without sending.
  func isByHand(_ id: ConnectionID) -> Bool { id.number >= Self.firstConnection }

  func environment(of path: String) -> VariableEnvironment? {
    guard let all = tree.workspace(at: path)?.workspace.environments else { return nil }
    return all.first { $0.name == environments[path] } ?? all.first
  }

  func source(of request: SavedRequest, in path: String?) -> RequestSource {
    let variables = path.flatMap { environment(of: $0) }?.variables.filter(\.isEnabled) ?? []
    return RequestSource(request: request, variables: variables, workspacePath: path)
  }
}
