import Foundation

/// Keeps unsaved drafts on disk, so that a kill or a power cut loses seconds at most.
///
/// Each process has a file of its own, named by its number and start time, in a directory that only the user can read. At the
/// next start the files of processes that live no more are claimed, so that no other process offers them too, and their
/// drafts are handed out once. They are deleted when this process writes its own journal or clears it; until then its own end
/// leaves them for the one after.
package actor DraftJournal {
  private let directory: String?
  private let process: ProcessIdentity
  private var claimed: [String] = []
  private var claims = 0

  /// Without a directory it is the XDG state directory's `barewire`.
  package init(directory: String? = nil) {
    self.init(directory: directory, process: .current())
  }

  init(directory: String?, process: ProcessIdentity) {
    self.directory = directory ?? (try? UserDirectories.state(ProcessInfo.processInfo.environment))
    self.process = process
  }

  /// Writes all unsaved drafts, in the place of what this process wrote before.
  package func write(_ drafts: [JournalledDraft]) async throws(WorkspaceError) {
    if drafts.isEmpty { return await clear() }
    guard let directory else { throw .noHome }
    try UserDirectories.make(directory, mode: 0o700)
    let path = "\(directory)/\(ownName).json"
    do throws(FileProblem) {
      guard chmod(directory, 0o700) == 0 else { throw .current }
      _ = try AtomicFile().write(JournalFormat.write(drafts, boot: process.boot), to: path, mode: 0o600)
    } catch {
      throw .notWritten(path: path, errno: error.code)
    }
    forgetClaimed()
  }

  /// The drafts that processes which live no more have left, oldest first; each is handed out once.
  package func read() async -> [JournalledDraft] {
    guard let directory, let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else { return [] }
    var found: [JournalledDraft] = []
    for name in names.sorted() {
      guard let (number, start) = Self.owner(of: name) else { continue }
      let path = "\(directory)/\(name)"
      guard let bytes = try? FileBytes.read(path).bytes, let journal = try? JournalFormat.read(bytes) else { continue }
      let owner = ProcessIdentity(number: number, start: start, boot: journal.boot)
      if owner == process || owner.isAlive { continue }
      claims += 1
      let claim = "\(directory)/\(ownName)-claimed-\(claims).json"
      guard rename(path, claim) == 0 else { continue }
      claimed.append(claim)
      _ = try? AtomicFile().write(JournalFormat.write(journal.drafts, boot: process.boot), to: claim)
      found += journal.drafts
    }
    return found.sorted { $0.savedAt < $1.savedAt }
  }

  /// Forgets this process's drafts, and those handed out.
  package func clear() async {
    if let directory { unlink("\(directory)/\(ownName).json") }
    forgetClaimed()
  }

  private func forgetClaimed() {
    for path in claimed { unlink(path) }
    claimed = []
  }

  private var ownName: String { "drafts-\(process.number)-\(process.start)" }

  /// The process that a journal's name names: "drafts-PID-START.json", perhaps with more before the ending.
  private static func owner(of name: String) -> (Int32, UInt64)? {
    guard name.hasPrefix("drafts-"), name.hasSuffix(".json") else { return nil }
    let parts = name.dropLast(".json".count).split(separator: "-")
    guard parts.count >= 3, let number = Int32(parts[1]), let start = UInt64(parts[2]) else { return nil }
    return (number, start)
  }
}
