package import Documents
package import Exchanges
package import Pictures
package import TextRopes
package import Workspaces

/// Everything that can happen to the workbench: what the user did, and what the actors answered.
package enum Action: Sendable {
  // The user
  case command(Command)
  /// Typed in a prompt or the palette.
  case type(TextEditor.Command)
  /// Done in the request pane.
  case edit(RequestEditor.Command)
  case paste([UInt8])
  case pointer(Pointer)
  /// The layout gives the panes this room.
  case paneSizes(PaneSizes)
  /// What can be jumped to, as the screen is now.
  case jumpTargets([Jump.Target])
  case terminate
  /// The settings were read, at the start or because the file was saved.
  case preferences(Preferences)
  /// What shows pictures, as far as is known of the terminal.
  case pictures(PictureMedium)

  // The workspaces
  /// What was read: everything, or only the one at a path.
  case loaded([WorkspaceEntry], only: String? = nil)
  case saved(Workspace, path: String, version: FileVersion)
  case saveFailed(path: String, message: String, isConflict: Bool)
  case journalFound([JournalledDraft])

  // The request
  case prepared(DraftID, generation: Int, RequestPreview, automaticFields: [AutomaticField])
  case curlRead(DraftID, Result<SavedRequest, Sentence>)
  case formRead(DraftID, Result<SavedRequest, Sentence>)
  case editedExternally(DraftID, RequestControl, original: TextRope, Result<TextRope, Sentence>)
  case jsonLaidOut(DraftID, of: TextRope, Result<TextRope, JSONLayoutError>)
  case redirectResolved(from: ExchangeID, Result<Redirect, Sentence>)
  /// A request could not be made into bytes, so nothing was sent.
  case notSent(ExchangeID, Sentence)

  // The network
  case went(exchanges: [ExchangeSummary], connections: [ConnectionSummary])

  // The documents
  case window(DocumentWindow)
  case found(generation: Int, SearchAnswer)
  /// How much of a document has been read on the way to a place, between 0 and 1.
  case going(DocumentKey, read: Double)
  case located(DocumentKey, row: Int, byteInRow: Int, marked: ByteReference?)
  /// A document was folded otherwise, and shows what it did in this row; nil where nothing can be folded.
  case folded(DocumentKey, row: Int?)
  case pathNamed(DocumentKey, row: Int, ValuePath?)
  case partNamed(ByteReference, ExchangeID, String)
  /// A field shows its meaning or does no longer, and has these rows, its own first; nil where there is no field.
  case readingToggled(DocumentKey, rows: Range<Int>?)
  /// A filter has come to its end, or could not begin.
  case filtered(number: Int, Result<FilterEnding, Sentence>)
  /// Another program has shown the body, or could not; what to tell of it.
  case shownOutside(StatusMessage?)
  /// The requests of a comparison are recorded; the sentence says what of them could not be.
  case recorded(Comparison, Sentence?)
  case decoded(ShownPicture, Result<RenderedPicture, Sentence>)
  /// A document that was not read to its end may have more rows by now.
  case readOn
  case message(StatusMessage)
  /// What was selected is copied: it is no longer selected.
  case copied(StatusMessage)

  /// Whether somebody did it, rather than an actor answering.
  var isOfUser: Bool {
    switch self {
    case .command, .type, .edit, .paste, .pointer: true
    default: false
    }
  }
}

/// A sentence for a person that says what went wrong and what to do.
package struct Sentence: Error, Sendable, Hashable {
  package var text: String

  package init(_ text: String) {
    self.text = text
  }
}

/// What a search found.
package enum SearchAnswer: Sendable, Hashable {
  /// The row that has been reached.
  case progress(row: Int)
  /// UTF-8 offsets in the row's text, the column where they begin, and the byte there of a row that shows bytes.
  case match(row: Int, range: Range<Int>, column: Int, byteInRow: Int = 0)
  case none
  /// How many there are, as far as was read.
  case counted(MatchCount)
}

/// Where in a row of a document the mouse is.
package struct RowPlace: Sendable, Hashable {
  /// Of the row's text, or of a half of it, however far it is scrolled.
  package var column: Int
  /// The half that it is in, or drawn from, where two messages stand side by side.
  package var half: DocumentRow.Half
  /// The byte whose cells are there or nearest, in rows that show bytes.
  package var byteInRow: Int?

  package init(column: Int = 0, half: DocumentRow.Half = .second, byteInRow: Int? = nil) {
    self.column = column
    self.half = half
    self.byteInRow = byteInRow
  }
}

/// Where the mouse went down to select.
package struct DrawnSelection: Sendable, Hashable {
  package var pane: Pane
  package var unit: DocumentPane.Unit
}

/// Where the mouse did something, in the words of the panes.
package enum Pointer: Sendable, Hashable {
  case treeRow(Int)
  case tab(Tab.ID)
  case closeTab(Tab.ID)
  /// A row, and where in it.
  case row(Pane, Int, RowPlace = RowPlace())
  case byte(Pane, row: Int, byteInRow: Int)
  /// Drawn on from where the button went down, which is where the cursor is at first.
  case select(Pane, row: Int, RowPlace)
  /// The button went down the second time: on a word, or on something that opens.
  case selectWord(Pane, row: Int, RowPlace)
  /// The third time.
  case selectRow(Pane, Int)
  /// The other button.
  case copy(Pane)
  case focus(Pane)
  case request(RequestEditor.Command)
  case bodyView(ResponseViewer.BodyView)
  case connectionView(ConnectionView)
  case scroll(Pane, by: Int)
  /// What stands in a row of a list over the panes, counted from the list's first.
  case popupRow(Int)
  case scrollPopup(by: Int)
  case closePopup
  /// The cursor of the line that is typed, to a UTF-8 offset.
  case popupText(TextEditor.Command)
  /// Takes hold of a line between panes, moves it to a share of the screen, in thousandths, and lets it go.
  case grab(Border)
  case move(Border, share: Int)
  case letGo
}
