import Foundation
import Subprocess
import SystemPackage
import TextRopes
import Workbench
import Workspaces

/// The person's own editor: `$VISUAL`, else `$EDITOR`, else vi.
struct ExternalEditor {
  private static var command: String {
    let environment = ProcessInfo.processInfo.environment
    return ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
  }

  /// Has a text edited; what came of it, or the sentence that says why nothing did and where the text is.
  ///
  /// The terminal must have been given up. Whatever happens, what was written is kept: in the answer or in the file.
  static func edit(_ text: TextRope, ending: String) async -> Result<TextRope, Sentence> {
    do throws(WorkspaceError) {
      let file = try EditedFile(text.bytes, ending: ending)
      if let failure = await run(on: file) {
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

  /// Runs the editor at the terminal; nil when it ended well.
  private static func run(on file: EditedFile) async -> String? {
    // The variable may hold arguments, as the shell reads them.
    let command = Self.command
    do {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", "\(command) \"$1\"", "sh", file.path],
        input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
        output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
      switch result.terminationStatus {
      case .exited(0): return nil
      case .exited(127): return "“\(command)” was not found: set EDITOR to an editor"
      case .exited(let status): return "“\(command)” ended with status \(status)"
      case .signaled(let signal): return "“\(command)” was ended by signal \(signal)"
      }
    } catch {
      return "“\(command)” could not be started"
    }
  }
}
