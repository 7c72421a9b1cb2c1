import Connections
import Documents
import Exchanges
import Headless
import PracticeServer
import Recordings
import Workspaces

/// The actors behind the screen.
struct Services {
  let connections: ConnectionService
  let documents = DocumentStore()
  let workspaces: WorkspaceStore
  let journal: DraftJournal
  let composing: Composing

  /// Starts everything; the practice server listens on free ports of the loopback address.
  ///
  /// The practice server comes up beside the rest: nothing but a request waits for it.
  init(directory: String) {
    connections = ConnectionService(configuration: ConnectionServiceConfiguration())
    workspaces = WorkspaceStore(directory: directory)
    journal = DraftJournal()
    composing = Composing(practice: Task { @concurrent in try await PracticeServer.start() })
  }

  func shutDown() async {
    await connections.shutDown()
    try? await composing.practice.value.stop()
  }
}
