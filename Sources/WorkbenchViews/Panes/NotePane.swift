import TerminalUI
import Workbench
import Workspaces

/// Draws the open request's note: what to do, what to look at and why.
struct NotePane {
  let theme: Theme

  func draw(_ workbench: Workbench, on canvas: inout Canvas) {
    guard let note = workbench.editor?.draft.note, !note.isEmpty else {
      canvas.write("Nothing sent yet", at: .zero, style: theme.faint)
      return
    }
    WrappedText(note).draw(on: &canvas, style: theme.text)
  }
}
