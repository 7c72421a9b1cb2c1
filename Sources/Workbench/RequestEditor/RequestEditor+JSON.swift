package import TextRopes
package import Workspaces

/// The body as JSON.
extension RequestEditor {
  /// Takes the body's text as it was laid out, as one step that undo takes back; a body that was edited meanwhile stays.
  package mutating func takeLayout(
    of text: TextRope, _ result: Result<TextRope, JSONLayoutError>
  ) -> [Outcome] {
    guard textOfBody == text else { return [.problem("The body has been changed meanwhile: ask again")] }
    if isRaw { return [] }
    if section != .body { _ = show(.body) }
    setFocus(.bodyText)
    switch result {
    case .failure(let error):
      editFocused { $0.perform(.placeCursor(error.offset)) }
      return [.problem(error.text)]
    case .success(let text):
      let hasChanged = editFocused { editor in
        let before = editor.rope
        let place = Self.place(of: editor.cursor, in: before, after: text)
        editor.setText(text)
        editor.perform(.placeCursor(place))
        return before != text
      }
      return hasChanged == true ? storeFocused() : []
    }
  }

  /// Where the character of an offset stands in the text with other white space.
  private static func place(of offset: Int, in text: TextRope, after other: TextRope) -> Int {
    func isInk(_ byte: UInt8) -> Bool { byte > 0x20 }
    // In a text of any size the start does.
    guard offset < 1 << 20 else { return 0 }
    var left = text.bytes(in: 0..<offset).count(where: isInk)
    for (index, byte) in other.bytes(in: 0..<min(other.count, 8 << 20)).enumerated() where isInk(byte) {
      if left == 0 { return index }
      left -= 1
    }
    return other.count
  }
}
