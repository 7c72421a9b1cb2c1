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
    /// These and the next two keep what they delete for `yank`; a blank word ends at blanks only.
    case deleteWordBackward, deleteWordForward, deleteBlankWordBackward
    case deleteToLineStart, deleteToLineEnd
    /// Deletes the blanks around the cursor.
    case deleteBlanks
    case deleteSelection
    /// Inserts what the last deletions of words or a line's parts took away.
    case yank
    /// Right after `yank`: what was deleted before that, in its place.
    case yankPop
    case transposeCharacters, transposeWords
    case uppercaseWord, lowercaseWord, capitalizeWord
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
    /// From here on movements select, until something is changed or the selection is given up.
    case setMark
    case undo, redo
  }
}

extension TextEditor.Command {
  /// Whether it deletes something that joins with what was deleted just before.
  var kills: Bool {
    switch self {
    case .deleteWordBackward, .deleteWordForward, .deleteBlankWordBackward, .deleteToLineStart, .deleteToLineEnd: true
    default: false
    }
  }

  var yanks: Bool { self == .yank || self == .yankPop }
}
