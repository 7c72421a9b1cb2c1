import TerminalUI
import Workbench

/// Draws a text that is edited: its visible lines, its selection and the terminal's cursor.
struct EditorLines {
  let theme: Theme

  func draw(_ editor: TextEditor, isFocused: Bool, on canvas: inout Canvas) {
    var editor = editor
    if editor.viewport.lines != canvas.size.height || editor.viewport.columns != canvas.size.width {
      editor.resize(lines: canvas.size.height, columns: canvas.size.width)
    }
    for (y, line) in editor.visibleLines.enumerated() {
      for piece in line.pieces {
        canvas.write(piece.text, at: Point(x: piece.column, y: y), style: style(of: piece))
      }
    }
    if isFocused, let pair = editor.bracketPair {
      for place in [pair.0, pair.1] {
        guard let position = editor.positionInViewport(of: place) else { continue }
        let cell = Rect(x: position.column, y: position.line, width: 1, height: 1)
        canvas.restyle(cell) { $0.attributes.formUnion([.bold, .underline]) }
      }
    }
    if isFocused, let position = editor.cursorInViewport {
      canvas.cursor = Point(x: position.column, y: position.line)
    }
  }

  /// One line with an edited text in it.
  func drawLine(_ editor: TextEditor, isFocused: Bool, on canvas: inout Canvas) {
    let line = Rect(x: 0, y: 0, width: canvas.size.width, height: 1)
    canvas.draw(in: line) { draw(editor, isFocused: isFocused, on: &$0) }
  }

  private func style(of piece: TextPiece) -> Style {
    let style =
      switch piece.kind {
      case .text: theme.text
      case .control: theme.faint
      case .invalidByte: theme.caution
      }
    return piece.isSelected ? theme.selection.over(style) : style
  }
}
