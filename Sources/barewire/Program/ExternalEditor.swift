import TextRopes
import Workbench
import Workspaces

/// Edits texts with the person's own editor.
enum ExternalEditor {
  /// Has a text edited; what came of it, or the sentence that says why nothing did and where the text is.
  ///
  /// The terminal must have been given up. Whatever happens, what was written is kept: in the answer or in the file.
  static func edit(_ text: TextRope, ending: String) async -> Result<TextRope, Sentence> {
    do throws(WorkspaceError) {
      let file = try EditedFile(text.bytes, ending: ending)
      if let failure = await TerminalProgram.editor.run(opening: file.path) {
        guard let left = try? file.read(), left != text.bytes else {
          file.remove()
          return .failure(Sentence("\(failure): the text is as it was"))
        }
        return .failure(Sentence("\(failure): the text is as it was, and what was written is in \(file.path)"))
      }
      var edited = try file.read()
      // Editors end the last line; where it had no end it gets none.
      if edited.last == 0x0A, text.isEmpty || text.bytes(in: text.count - 1..<text.count) != [0x0A] {
        edited.removeLast()
      }
      file.remove()
      return .success(TextRope(edited))
    } catch {
      return .failure(Sentence(error.description))
    }
  }
}
