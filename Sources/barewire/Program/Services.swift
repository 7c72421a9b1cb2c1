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
  init(directory: String) async throws {
    connections = ConnectionService(configuration: ConnectionServiceConfiguration())
    workspaces = WorkspaceStore(directory: directory)
    journal = DraftJournal()
    composing = Composing(practice: try await PracticeServer.start())
  }

  func shutDown() async {
    await connections.shutDown()
    await composing.practice?.stop()
  }
}
