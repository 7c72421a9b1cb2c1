import Workspaces

/// Writes unsaved drafts to the journal: the newest state, at most once a second, in order.
@MainActor
final class JournalWriter {
  private let journal: DraftJournal
  private var pending: [JournalledDraft]?
  private var writing: Task<Void, Never>?

  init(_ journal: DraftJournal) {
    self.journal = journal
  }

  func write(_ drafts: [JournalledDraft]) {
    pending = drafts
    guard writing == nil else { return }
    writing = Task {
      // Typing is gathered for a moment; a power cut loses no more than that.
      try? await Task.sleep(for: .milliseconds(700))
      await writePending()
      writing = nil
      if let drafts = pending { write(drafts) }
    }
  }

  /// Writes at once what still waits.
  func flush() async {
    writing?.cancel()
    await writing?.value
    await writePending()
  }

  private func writePending() async {
    guard let drafts = pending else { return }
    pending = nil
    if drafts.isEmpty { await journal.clear() } else { try? await journal.write(drafts) }
  }
}
