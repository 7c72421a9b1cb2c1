package import ContentCodings
package import TextRopes
package import Workspaces

/// What the workbench does by name; `RequestEditor.Command` is something else.
package typealias WorkbenchCommand = Command

extension RequestEditor {
  package enum Direction: Sendable, Hashable, CaseIterable {
    case up, down, left, right
  }

  /// Everything that a key, the mouse or a paste can do to a request.
  package enum Command: Sendable, Hashable {
    /// To the focused text; where no text has the focus, movements, Enter, space and undo still mean something.
    case text(TextEditor.Command)
    /// To the next or the previous control (Tab, Shift-Tab); `next` after the last one comes to the first.
    case next, previous
    case move(Direction)
    /// Enter: sends from the URL line, opens a list, switches a toggle, goes on in a table.
    case activate
    /// Switches the focused row, or the focused option, on or off.
    case toggle
    case addRow, deleteRow, moveRowUp, moveRowDown
    case focus(RequestControl)
    /// Puts the cursor at a place of a control's viewport (a mouse click).
    case click(RequestControl, TextPosition)
    /// Selects the word at a place of a control's viewport; of the method it opens the list.
    case doubleClick(RequestControl, TextPosition)
    /// Selects up to a place of the focused text's viewport (a mouse drag).
    case drag(TextPosition)
    case showForm, showRaw, toggleRaw
    case show(RequestSection)
    case nextSection, previousSection
    case setMethod(String)
    case setBodyKind(RequestBody.Kind)
    case setBodyCoding(ContentCoding)
    case setAuthKind(RequestAuth.Kind)
    case setHTTPVersion(RequestOptions.HTTPVersion)
    /// Takes an item of the open list (a mouse click).
    case choose(Int)
    case copy, cut
    /// A key outside of typing, with vi's keys; Enter is LF, Backspace U+0008.
    case vi(Unicode.Scalar)
    /// Lines down (the mouse wheel), negative for up.
    case scroll(Int)
    /// Lays the body's JSON out anew: a value a line, or without white space.
    case layOutJSON(isMinified: Bool)
    /// Has the focused text edited by the person's own editor.
    case editExternally
    /// Asks for a byte to insert into the raw bytes.
    case askForByte
    /// Makes a form of the raw bytes.
    case backToForm
  }

  /// What the workbench has to do after a command.
  package enum Outcome: Sendable, Hashable {
    /// Prepare the request again, keep it in the journal.
    case draftChanged
    /// Prepare the request: the raw view shows it.
    case previewNeeded
    /// A `curl` command line was pasted as the URL: read it; the draft stays as it is until then.
    case curlPasted(String)
    case sendRequested
    /// Read these bytes as a form; answer with `showForm(_:)`.
    case backToFormRequested([UInt8])
    case copy([UInt8])
    /// Have a control's text edited; answer with `takeEdited`.
    case externalEditRequested(RequestControl, TextRope, ending: String)
    /// Lay out this JSON; answer with `takeLayout`.
    case layoutRequested(TextRope, isMinified: Bool)
    /// Ask for a byte; answer with `.text(.insertByte(_))`.
    case hexByteRequested
    /// A sentence for the user: what was done beside the command.
    case note(String)
    /// Something that the workbench does by name.
    case run(WorkbenchCommand)
    /// A sentence for the user: the command could not be done.
    case problem(String)
  }
}
