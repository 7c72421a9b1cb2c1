import Workspaces

/// Writes unsaved drafts to the journal: the newest state, at most once a second, in order; large ones less often.
@MainActor
final class JournalWriter {
  private let journal: DraftJournal
  private var pending: [JournalledDraft]?
  private var writing: Task<Void, Never>?
  /// What is typed is gathered for that long; a power cut loses no more.
  private var pause = Duration.milliseconds(700)

  init(_ journal: DraftJournal) {
    self.journal = journal
  }

  func write(_ drafts: [JournalledDraft]) {
    pending = drafts
    guard writing == nil else { return }
    writing = Task {
      try? await Task.sleep(for: pause)
      let duration = await ContinuousClock().measure { await writePending() }
      // A draft of a hundred megabytes must not keep the disk busy all the time.
      pause = max(.milliseconds(700), duration * 4)
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
