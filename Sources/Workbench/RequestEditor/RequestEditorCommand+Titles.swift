/// What commands of the request and of texts are called, in the help and in the palette.
extension RequestEditor.Command {
  /// What the palette offers beside the workbench's own commands.
  ///
  /// Left out is what makes sense only key by key, at the cursor that the palette would cover: moving the cursor or the
  /// focus, selecting by moving, Enter, deleting a character; and vi's keys, which are letters under other names.
  static let offered: [RequestEditor.Command] =
    [
      .show(.params), .show(.headers), .show(.body), .show(.auth), .show(.options), .showForm, .showRaw, .nextSection,
      .previousSection, .addRow, .deleteRow, .moveRowUp, .moveRowDown, .toggle, .copy, .cut, .askForByte,
    ] + TextEditor.Command.offered.map { .text($0) }

  /// Nil for what is named by the key that does it.
  package var title: String? {
    switch self {
    case .text(let command): command.title
    case .toggle: "Switch on or off"
    case .addRow: "Add a row"
    case .deleteRow: "Delete the row"
    case .moveRowUp: "Move the row up"
    case .moveRowDown: "Move the row down"
    case .showForm: "Form"
    case .showRaw: "Raw bytes"
    case .show(let section): section.title
    case .nextSection: "Next part of the form"
    case .previousSection: "Previous part of the form"
    case .copy: "Copy the selection"
    case .cut: "Cut the selection"
    case .askForByte: "Insert a byte by its number"
    default: nil
    }
  }
}

extension TextEditor.Command {
  static let offered: [TextEditor.Command] = [
    .undo, .redo, .selectAll, .setMark, .clearSelection, .deleteSelection, .yank, .yankPop, .deleteWordBackward,
    .deleteWordForward, .deleteBlankWordBackward, .deleteToLineStart, .deleteToLineEnd, .deleteBlanks,
    .transposeCharacters, .transposeWords, .uppercaseWord, .lowercaseWord, .capitalizeWord,
  ]

  package var title: String? {
    switch self {
    case .deleteBackward: "Delete backward"
    case .deleteForward: "Delete forward"
    case .deleteByteBackward: "Delete one byte backward"
    case .deleteByteForward: "Delete one byte"
    case .deleteWordBackward: "Delete the word before"
    case .deleteWordForward: "Delete the word behind"
    case .deleteBlankWordBackward: "Delete back to a blank"
    case .deleteToLineStart: "Delete to the line's start"
    case .deleteToLineEnd: "Delete to the line's end"
    case .deleteBlanks: "Delete the blanks here"
    case .deleteSelection: "Delete the selection"
    case .yank: "Put back what was deleted"
    case .yankPop: "Put back what was deleted before that"
    case .transposeCharacters: "Exchange two characters"
    case .transposeWords: "Exchange two words"
    case .uppercaseWord: "Word in capitals"
    case .lowercaseWord: "Word in small letters"
    case .capitalizeWord: "Word with a capital"
    case .selectAll: "Select all"
    case .clearSelection: "Give up the selection"
    case .setMark: "Select by moving"
    case .undo: "Undo"
    case .redo: "Redo"
    case .insert, .insertBytes, .insertByte, .newline, .move, .extend, .placeCursor, .extendTo, .select, .selectWord:
      nil
    }
  }
}
