import HTTPMessages
import TextRopes
import Workspaces

/// The raw bytes: a preview until their first edit, then the request itself.
extension RequestEditor {
  mutating func typeRaw(_ command: TextEditor.Command) -> [Outcome] {
    if case .move(.up) = command, rawEditor.cursor == 0, rawEditor.selection == nil { return moveFocus(.up) }
    let lastKills = kills
    let outcomes = changeFocused { editor in
      editor.kills = lastKills
      return editor.perform(command)
    }
    kills = rawEditor.kills
    return outcomes
  }

  /// Changes the raw bytes, of which the first change makes them the request.
  ///
  /// `body` says whether it changed them; it is called again where the preview has what is for a proxy alone.
  mutating func changeRaw(_ body: (inout TextEditor) -> Bool) -> [Outcome] {
    if isDetached { return body(&rawEditor) ? takeRawEdit() : [] }
    let whole = rawEditor
    guard body(&rawEditor) else { return [] }
    if let problem = problemOfDetaching {
      rawEditor = whole
      return [.problem(problem)]
    }
    var notes: [Outcome] = []
    if preview.proxyFields != nil {
      rawEditor = whole
      notes = leaveOutProxyFields()
      guard body(&rawEditor) else {
        rawEditor = whole
        return []
      }
    }
    detachedForm = draft
    return takeRawEdit() + notes
  }

  /// Makes the edited bytes the request.
  private mutating func takeRawEdit() -> [Outcome] {
    draft.raw = rawEditor.rope
    // Undone to the preview of a form that is still the same, the form rules again.
    if !rawEditor.canUndo, var form = detachedForm {
      form.raw = draft.raw
      if form == draft { draft.raw = nil }
    }
    checkRawBytes()
    return changed()
  }

  /// Takes out of the preview what is for a proxy alone, before its bytes become the request: a password that was given
  /// to the proxy's URL must not get into a file, nor to whoever the bytes are sent to next.
  private mutating func leaveOutProxyFields() -> [Outcome] {
    guard let range = preview.proxyFields, range.upperBound <= rawEditor.rope.count else { return [] }
    func moved(_ offset: Int) -> Int {
      offset < range.lowerBound ? offset : max(range.lowerBound, offset - range.count)
    }
    let (cursor, selection) = (rawEditor.cursor, rawEditor.selection)
    showInRawEditor(rawWithoutProxyFields)
    rawEditor.perform(.placeCursor(moved(cursor)))
    if let selection { rawEditor.perform(.select(moved(selection.lowerBound)..<moved(selection.upperBound))) }
    return [.note("Proxy-Authorization is the proxy's, so the bytes are now without it: add it where they need it")]
  }

  /// The raw bytes as they may become the request, or leave the program.
  var rawWithoutProxyFields: TextRope {
    var text = rawEditor.rope
    guard !isDetached, let range = preview.proxyFields, range.upperBound <= text.count else { return text }
    text.replace(range, with: TextRope([]))
    return text
  }

  /// Why the preview cannot become the request, if it cannot.
  var problemOfDetaching: String? {
    if let problem = preview.problem { return "The form makes no bytes yet. \(problem)" }
    if !isPreviewCurrent { return "The bytes are still being made; try again" }
    if preview.missingBytes > 0 { return "The file's bytes are not all here, so that only the form can send them" }
    return nil
  }

  mutating func backToForm() -> [Outcome] {
    draft.raw.map { [.backToFormRequested($0.bytes)] } ?? show(raw: false)
  }

  /// Shows other bytes of the form; the cursor stays where it can.
  mutating func showInRawEditor(_ text: TextRope) {
    let cursor = rawEditor.cursor
    rawEditor = TextEditor(text, mode: .bytes)
    rawEditor.wraps = wrapsLines
    rawEditor.perform(.placeCursor(cursor))
    rawEditor.resize(lines: layout.rawRows, columns: layout.columns)
  }

  /// Says what is wrong with the raw bytes; with many of them, what was wrong when they were last prepared.
  mutating func checkRawBytes() {
    if preview.problem != nil, !isDetached {
      diagnostics = []
    } else if rawEditor.rope.count <= RequestPreview.mostBytesChecked {
      diagnostics = DraftCheck.diagnostics(of: rawEditor.bytes)
    } else if isPreviewCurrent {
      diagnostics = preview.diagnostics
    }
  }

  /// The line under the raw bytes.
  package var status: RequestStatus {
    if !isDetached, let problem = preview.problem { return RequestStatus(problem: problem) }
    var status = RequestStatus(
      byteCount: rawEditor.rope.count + (isDetached ? 0 : preview.missingBytes), diagnostics: diagnostics)
    if draft.options.httpVersion == .http2 || draft.options.tls.alpn?.first == "h2" {
      // On one row at 80 columns: a second one would hide the last line of the bytes.
      status.text += "; goes as HTTP/2 frames"
    }
    return status
  }
}
