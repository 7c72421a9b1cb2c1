package import HTTPMessages
import TextRopes
package import Workspaces

/// A request while it is edited: its draft, where the cursor is, and what each key does.
///
/// The form rules until the first edit of the raw bytes; from then on `draft.raw` is the request. The texts of controls
/// that had the focus keep their editors, so that coming back finds the cursor and the history.
package struct RequestEditor: Sendable, Equatable {
  package internal(set) var saved: SavedRequest
  package internal(set) var draft: SavedRequest
  package internal(set) var isRaw: Bool
  package internal(set) var section = RequestSection.params
  package internal(set) var focus = RequestControl.url
  package internal(set) var menu: RequestMenu?
  package internal(set) var preview = RequestPreview(TextRope())
  /// Findings about the raw bytes as they are shown.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// The first row of the form that is shown.
  package internal(set) var firstRow = 0
  var isPreviewCurrent = false
  var automaticFields: [AutomaticField] = []
  var parameters: ParameterTable
  var rawEditor: TextEditor
  /// The form whose preview the raw bytes were before their first edit.
  var detachedForm: SavedRequest?
  var editors: [RequestControl: TextEditor] = [:]
  var parts = PartHistory()
  var kills = KillRing()
  /// Bodies and credentials of kinds that were left, for coming back.
  var otherBodies: [RequestBody.Kind: RequestBody] = [:]
  var otherAuths: [RequestAuth.Kind: RequestAuth] = [:]
  /// What the focused text may go on with.
  package internal(set) var completion: Completion?
  var vocabulary = CompletionVocabulary()
  /// What was searched for in its texts last.
  var search: TextSearch?
  /// vi's keys over the focused text; nil with readline's.
  package internal(set) var vi: ViEditing?
  /// Whether long lines of texts go on in the next row.
  package var wrapsLines = true {
    didSet { if wrapsLines != oldValue { fitEditors() } }
  }
  var columns = 80
  var rows = 6

  package init(saved: SavedRequest) {
    self.saved = saved
    draft = saved
    isRaw = saved.raw != nil
    parameters = ParameterTable(url: saved.url, disabled: saved.disabledParameters)
    rawEditor = TextEditor(saved.raw ?? TextRope(), mode: .bytes)
    reset()
  }

  package var isModified: Bool { draft != saved }

  /// Whether the bytes themselves are the request, rather than the form.
  package var isDetached: Bool { draft.raw != nil }

  /// What would be sent now: the raw bytes, or those that the form makes once they are known.
  package var bytesToSend: [UInt8]? {
    if let raw = draft.raw { return raw.bytes }
    return isPreviewCurrent && preview.problem == nil && preview.missingBytes == 0 ? preview.text.bytes : nil
  }

  /// The cursor's offset in the raw bytes while they are shown.
  package var rawCursor: Int? { isRaw ? rawEditor.cursor : nil }

  /// Puts another request in the draft's place (a `curl` command, a journalled draft); what is saved stays, and undo brings
  /// back what was there.
  package mutating func replaceDraft(_ request: SavedRequest) {
    remember(.request(draft))
    draft = request
    reset()
  }

  /// Takes the form that the raw bytes made; undo brings back the bytes.
  package mutating func showForm(_ request: SavedRequest) {
    var form = request
    form.raw = nil
    replaceDraft(form)
  }

  /// Says that a request is now in its file.
  package mutating func markSaved(_ request: SavedRequest) {
    saved = request
  }

  /// Gives draft and saved request another name.
  package mutating func rename(_ name: String) {
    draft.name = name
    saved.name = name
  }

  /// Takes what the draft makes: its bytes and the fields that Barewire adds.
  package mutating func take(_ preview: RequestPreview, automaticFields: [AutomaticField]) {
    self.preview = preview
    self.automaticFields = automaticFields
    isPreviewCurrent = true
    // Only these texts can be others now; a text that is being typed stays as it is.
    if case .cell(.automaticFields, _, _) = focus { fitFocus() }
    if !isDetached, rawEditor.rope != preview.text { showInRawEditor(preview.text) }
    checkRawBytes()
  }

  /// Fits the editors to the pane's room.
  package mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    fitEditors()
  }

  /// Ends what Esc ends: an open list, else a selection; false when there was none.
  package mutating func endSelection() -> Bool {
    if menu != nil || completion != nil {
      (menu, completion) = (nil, nil)
      return true
    }
    if vi != nil, isText { return editWithVi { vi, editor in vi.escape(&editor) } ?? false }
    guard focusedEditor?.isSelecting == true else { return false }
    editFocused { $0.perform(.clearSelection) }
    return true
  }

  /// Which of the keymap's tables is in force.
  package var inputContext: InputContext {
    guard menu == nil, case .text(let mode) = focus.kind else { return .request }
    if let vi, !vi.isTyping { return .requestVi }
    return switch mode {
    case .singleLine: .requestText
    case .multiLine: .requestLines
    case .bytes: .requestBytes
    }
  }

  /// Begins anew with what is in the draft.
  mutating func reset() {
    parameters = ParameterTable(url: draft.url, disabled: draft.disabledParameters)
    editors = [:]
    menu = nil
    detachedForm = nil
    otherBodies = [:]
    otherAuths = [:]
    isPreviewCurrent = false
    if let raw = draft.raw {
      rawEditor = TextEditor(raw, mode: .bytes)
      isRaw = true
      focus = .raw
      checkRawBytes()
    } else {
      isRaw = false
      focus = .url
    }
    firstRow = 0
    openEditor()
  }
}
