import Connections
import Documents
import Exchanges
import Foundation
import Headless
import PracticeServer
import Recordings
import Routes
import Workspaces

/// The actors behind the screen.
struct Services {
  let connections: ConnectionService
  let documents = DocumentStore()
  let workspaces: WorkspaceStore
  let journal: DraftJournal
  let layout = LayoutFile()
  let composing: Composing
  private let screenShown: AsyncStream<Never>.Continuation

  /// Starts everything; the practice server listens on free ports of the loopback address.
  ///
  /// The practice server comes up after the first screen: nothing but a request waits for it.
  init(directory: String) {
    var configuration = ConnectionServiceConfiguration()
    configuration.keyLog = KeyLogVariable.path.map { KeyLog(path: $0) }
    connections = ConnectionService(configuration: configuration)
    workspaces = WorkspaceStore(directory: directory)
    journal = DraftJournal()
    let (hidden, screenShown) = AsyncStream<Never>.makeStream()
    self.screenShown = screenShown
    composing = Composing(
      practice: Task { @concurrent in
        for await _ in hidden {}
        try Task.checkCancellation()
        return try await PracticeServer.start()
      }, routes: RouteChoice(environment: ProxyEnvironment(ProcessInfo.processInfo.environment)),
      exceptions: CertificateExceptions())
  }

  /// Lets begin what would only delay the first screen.
  func startTheRest() {
    screenShown.finish()
  }

  func shutDown() async {
    composing.practice.cancel()
    await connections.shutDown()
    try? await composing.practice.value.stop()
  }
}
