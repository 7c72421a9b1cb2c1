package import TextRopes
import Workspaces

/// Texts in the person's own editor.
extension RequestEditor {
  mutating func editExternally() -> [Outcome] {
    guard let editor = focusedEditor else { return [.problem("Go to a text to edit it in your editor")] }
    if focus == .raw, !isDetached, let problem = problemOfDetaching { return [.problem(problem)] }
    let ending = focus == .bodyText && draft.body.kind == .json ? "json" : focus == .raw ? "http" : "txt"
    let text = focus == .raw ? rawWithoutProxyFields : editor.rope
    return [.externalEditRequested(focus, text, ending: ending)]
  }

  /// Takes a text that was edited elsewhere, as one step; `original` is what it was before.
  package mutating func takeEdited(_ control: RequestControl, _ original: TextRope, _ text: TextRope) -> [Outcome] {
    guard focus == control, let editor = focusedEditor,
      original == (control == .raw ? rawWithoutProxyFields : editor.rope)
    else {
      return [.problem("The text has been changed meanwhile: it stays as it is now")]
    }
    if control != .raw, String(validating: text.bytes, as: UTF8.self) == nil {
      return [.problem("The edited text is no UTF-8: only the raw bytes can hold it")]
    }
    return changeFocused { editor in
      // Line ends are fitted where the text has lines of its own kind; raw bytes are taken as they are.
      let fitted = editor.mode == .bytes ? text : TextRope(editor.fitted(text.bytes))
      if fitted == editor.rope { return false }
      editor.setText(fitted)
      return true
    }
  }
}
