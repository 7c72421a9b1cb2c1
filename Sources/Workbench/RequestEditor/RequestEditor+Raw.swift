import HTTPMessages
import Workspaces

/// The raw bytes: a preview until their first edit, then the request itself.
extension RequestEditor {
  mutating func typeRaw(_ command: TextEditor.Command) -> [Outcome] {
    if case .move(.up) = command, rawEditor.cursor == 0, rawEditor.selection == nil { return moveFocus(.up) }
    if !isDetached, let problem = problemOfDetaching {
      var trial = rawEditor
      if trial.perform(command) { return [.problem(problem)] }
    }
    if !isDetached { detachedForm = draft }
    rawEditor.killed = killed
    let hasChanged = rawEditor.perform(command)
    killed = rawEditor.killed
    guard hasChanged else { return [] }
    draft.rawBytes = rawEditor.bytes
    // Undone to the preview of a form that is still the same, the form rules again.
    if command == .undo, !rawEditor.canUndo, var form = detachedForm {
      form.rawBytes = draft.rawBytes
      if form == draft { draft.rawBytes = nil }
    }
    checkRawBytes()
    return changed()
  }

  /// Why the preview cannot become the request, if it cannot.
  private var problemOfDetaching: String? {
    if let problem = preview.problem { return "The form makes no bytes yet. \(problem)" }
    if !isPreviewCurrent { return "The bytes are still being made; try again" }
    if preview.missingBytes > 0 { return "The file's bytes are not all here, so that only the form can send them" }
    return nil
  }

  mutating func backToForm() -> [Outcome] {
    draft.rawBytes.map { [.backToFormRequested($0)] } ?? show(raw: false)
  }

  /// Shows other bytes of the form; the cursor stays where it can.
  mutating func showInRawEditor(_ bytes: [UInt8]) {
    let cursor = rawEditor.cursor
    rawEditor = TextEditor(bytes, mode: .bytes)
    rawEditor.perform(.placeCursor(cursor))
    rawEditor.resize(lines: layout.rawRows, columns: layout.columns)
  }

  mutating func checkRawBytes() {
    diagnostics = preview.problem != nil && !isDetached ? [] : DraftCheck.diagnostics(of: rawEditor.bytes)
  }

  /// The line under the raw bytes.
  package var status: RequestStatus {
    if !isDetached, let problem = preview.problem { return RequestStatus(problem: problem) }
    return RequestStatus(
      byteCount: rawEditor.bytes.count + (isDetached ? 0 : preview.missingBytes), diagnostics: diagnostics)
  }
}
