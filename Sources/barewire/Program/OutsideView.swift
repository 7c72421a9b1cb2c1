import Documents
import Exchanges
import Recordings
import SystemPackage
import Workbench
import Workspaces

/// A body as another program is to show it: a file, however large it is.
enum OutsideView: Sendable {
  /// Without a name: pagers read it from their input, and it is gone with the last of them.
  case pager(SpoolFile)
  /// A copy that only this user can read.
  case editor(EditedFile)

  /// Has it shown; what there is to tell.
  ///
  /// The terminal must have been given up.
  func show() async -> StatusMessage? {
    switch self {
    case .pager(let file):
      let failure = await TerminalProgram.pager.run(reading: FileDescriptor(rawValue: file.descriptor))
      withExtendedLifetime(file) {}
      return failure.map { .problem("\($0)") }
    case .editor(let file):
      let before = file.version
      let failure = await TerminalProgram.editor.run(opening: file.path)
      // What somebody wrote is not thrown away, wherever it was written.
      let isChanged = file.version != before
      if !isChanged { file.remove() }
      let kept = "The body stays as it is; the copy that you changed is \(file.path)"
      return failure.map { .problem(isChanged ? "\($0). \(kept)" : $0) } ?? (isChanged ? .note(kept) : nil)
    }
  }
}

extension Services {
  /// Makes a body ready for another program, which takes as long as it is large.
  func prepare(
    _ what: SavedBytes, of exchange: ExchangeID, for program: OutsideProgram
  ) async -> Result<OutsideView, Sentence> {
    await refresh(exchange)
    do {
      switch program {
      case .pager: return .success(.pager(try await documents.spool(what, of: exchange)))
      case .editor(let ending):
        let file = try EditedFile(ending: ending)
        // Editors say of a file that cannot be written that it is one.
        try await documents.save(what, of: exchange, to: file.path, mode: 0o400)
        return .success(.editor(file))
      }
    } catch let error as DocumentError {
      return .failure(Sentence(error.message))
    } catch let error as WorkspaceError {
      return .failure(Sentence(error.description))
    } catch {
      return .failure(Sentence("The body could not be made ready."))
    }
  }
}
