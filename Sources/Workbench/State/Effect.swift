package import Documents
package import Exchanges
package import TextRopes
package import Workspaces

/// What the workbench wants done outside of itself; the program hands each to an actor and answers with an `Action`.
package enum Effect: Sendable {
  // Workspaces
  /// Reads all workspaces, or only the one at a path.
  case loadWorkspaces(only: String? = nil)
  case save(Workspace, path: String, expecting: FileVersion?)
  case createWorkspace(name: String)
  /// All unsaved drafts as they stand; the program writes them at most once a second.
  case journal([JournalledDraft])

  // Requests
  case prepare(DraftID, RequestSource, generation: Int)
  case readCurl(DraftID, String)
  case readForm(DraftID, [UInt8], RequestSource)
  case layOutJSON(DraftID, TextRope, isMinified: Bool)
  case copyAsCurl(RequestSource)
  case resolveRedirect(from: ExchangeID, RequestSource, location: String, status: Int)

  // Network
  /// `after` is the exchange whose answer led to this one.
  case send(ExchangeID, RequestSource, after: ExchangeID? = nil)
  case cancel(ExchangeID)
  case connect(ConnectionID, RequestSource)
  case sendBytes([UInt8], method: String, on: ConnectionID, as: ExchangeID)
  case closeSending(ConnectionID)
  case close(ConnectionID)
  case abort(ConnectionID)
  case forget(ExchangeID)
  /// Accepts a certificate of an endpoint from now on, by its SHA-256.
  case acceptCertificate(String, of: Endpoint)

  // Documents
  case window(DocumentPane.Request)
  /// From a UTF-8 offset in a row's text.
  case search(DocumentKey, DocumentSearch, row: Int, offset: Int, isBackward: Bool, generation: Int)
  /// Counts all matches, and those before a place.
  case countMatches(DocumentKey, DocumentSearch, before: DocumentMatch, generation: Int)
  case stopSearch
  /// Makes a document of what a filter lets through of the answer's body.
  case filter(ExchangeID, ContentFilter, number: Int)
  case stopFilter
  /// Finds the row of some bytes; what is marked stays so in a document that has them elsewhere.
  case locate(ByteReference, in: DocumentKey, isMarked: Bool = true)
  case goTo(DocumentPlace, in: DocumentKey)
  /// Folds or unfolds, seen from a row.
  case fold(DocumentKey, FoldChange, row: Int)
  /// Looks for what a row of a document shows in another one of the same body.
  case follow(DocumentKey, row: Int, in: DocumentKey)
  case namePath(DocumentKey, row: Int)
  case namePart(ByteReference, ExchangeID)
  /// Shows or hides what the field of a row means, in rows of so many columns.
  case toggleReading(DocumentKey, row: Int, columns: Int)
  /// Makes requests into bytes and records them, so that they can be compared.
  case record([RecordedRequest], for: Comparison)
  /// Decodes the body of an exchange, as small as there is room.
  case decode(ShownPicture)
  /// Ends what is looked for on behalf of a tab that was closed.
  case endTab(Tab.ID)
  case stepDifference(DocumentKey, row: Int, isBackward: Bool)
  case copyText(DocumentSelection, DocumentKey)
  /// Copies the value that begins in a row, as it was sent.
  case copyValue(DocumentKey, row: Int)
  case copyBody(ExchangeID, as: SavedBytes)
  case copyBytes(ByteReference, ExchangeID, as: ByteForm)
  case saveBytes(ByteReference, ExchangeID, path: String)
  case copy([UInt8], what: String)
  case saveBody(ExchangeID, as: SavedBytes, path: String)
  case saveSelection(DocumentSelection, DocumentKey, path: String)

  // The terminal and the program
  /// Makes the settings file where there is none, and gives the terminal to the person's editor with it.
  case openSettings
  /// Writes a theme's name into the settings.
  case setTheme(String)
  case redraw
  /// Gives the terminal to the person's editor, with a text.
  case editExternally(DraftID, RequestControl, TextRope, ending: String)
  /// Gives the terminal to another program with the answer's body, as soon as that is made ready; answer with
  /// `shownOutside`.
  case showOutside(ExchangeID, as: SavedBytes, OutsideProgram)
  case stopShowingOutside
  /// Answer with `jumpTargets`.
  case findJumpTargets
  /// Answer with a pointer that moves the line which makes the pane larger by so many steps.
  case resize(Pane, by: Int)
  case keepLayout(LayoutState)
  case suspend
  case quit
}

/// A program that a body is looked at with.
package enum OutsideProgram: Sendable, Hashable {
  case pager
  /// The file's ending tells it what the body is.
  case editor(ending: String)
}

/// A request and what its variables and relative paths are read against.
package struct RequestSource: Sendable, Hashable {
  package var request: SavedRequest
  /// Of the environment in use, those that are switched on.
  package var variables: [NamedValue]
  package var workspacePath: String?
  /// What a server asked for and the request answers; empty for one that is sent for the first time.
  package var challenges: [String] = []

  package init(request: SavedRequest, variables: [NamedValue], workspacePath: String?) {
    self.request = request
    self.variables = variables
    self.workspacePath = workspacePath
  }
}
