extension TextEditor {
  /// Where a movement goes.
  package enum Motion: Sendable, Hashable, CaseIterable {
    case left, right, up, down
    case wordLeft, wordRight
    case lineStart, lineEnd
    case documentStart, documentEnd
    /// By the height of the viewport, less one line.
    case pageUp, pageDown
  }

  /// Everything that a key, the mouse or a paste can do to a text.
  package enum Command: Sendable, Hashable {
    /// Typed text; replaces the selection and joins the typing before it in one undo step.
    case insert(String)
    /// Pasted bytes; line ends are fitted to the mode (see `TextEditor.fitted(_:)`).
    case insertBytes([UInt8])
    /// One byte of any value, as a hex prompt gives it; never changed.
    case insertByte(UInt8)
    /// LF in lines, CR LF in bytes, nothing in a single line.
    case newline
    case deleteBackward, deleteForward
    /// Deletes one byte even where it is a piece of a character.
    case deleteByteBackward, deleteByteForward
    case deleteWordBackward, deleteWordForward
    /// Deletes to the line's edge and keeps what was deleted for `yank`.
    case deleteToLineStart, deleteToLineEnd
    case deleteSelection
    /// Inserts what the last deletion of a word or a line's part took away.
    case yank
    case move(Motion)
    /// Moves and takes the selection's end along.
    case extend(Motion)
    /// Puts the cursor at a byte offset (a mouse click).
    case placeCursor(Int)
    /// Takes the selection's end to a byte offset (a mouse drag).
    case extendTo(Int)
    case select(Range<Int>)
    /// Selects the word around a byte offset (a double click).
    case selectWord(Int)
    case selectAll, clearSelection
    case undo, redo
  }
}
