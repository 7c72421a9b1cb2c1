import Connections
import Documents
import Exchanges
import Headless
import Recordings
import Routes
import TerminalUI
import Workbench
import WorkbenchViews
import Workspaces

/// The workbench with the actors behind it, one effect after the other, so that each step can be timed.
@MainActor
final class WorkbenchDriver {
  let screen = WorkbenchScreen()
  let size: Size
  private(set) var workbench: Workbench
  private let store: WorkspaceStore
  private let connections: ConnectionService
  private let documents = DocumentStore()

  /// Loads the workspaces of a folder; with a URL, opens it in a draft.
  init(workspaces directory: String, url: String?, size: Size) async {
    self.size = size
    workbench = Workbench(startURL: url)
    store = WorkspaceStore(directory: directory)
    connections = ConnectionService()
    await act(.loaded(await store.load()))
  }

  /// Does something and everything that follows from it.
  func act(_ action: Action) async {
    var effects = workbench.update(action)
    fit()
    while !effects.isEmpty {
      for answer in await answers(to: effects.removeFirst()) {
        effects += workbench.update(answer)
        fit()
      }
    }
  }

  /// The screen as it would be drawn now.
  func draw() -> Canvas {
    screen.draw(workbench, size: size, now: .now())
  }

  private func fit() {
    _ = workbench.update(.paneSizes(ScreenLayout(size: size, workbench: workbench).paneSizes))
  }

  private func answers(to effect: Effect) async -> [Action] {
    switch effect {
    case .prepare(let id, let source, let generation):
      let composer = RequestComposer(scope: VariableScope(variables: source.variables), userAgent: "benchmark")
      guard let prepared = try? composer.prepare(source.request) else { return [] }
      return [
        .prepared(
          id, generation: generation, RequestPreview(bytes: prepared.bytes),
          automaticFields: composer.automaticFields(for: source.request))
      ]
    case .send(let id, let source, _):
      let composer = RequestComposer(scope: VariableScope(variables: source.variables), userAgent: "benchmark")
      guard let prepared = try? composer.prepare(source.request),
        let routed = try? RoutedRequest(prepared, by: RouteChoice()), let request = try? OutgoingRequest(routed)
      else { return [] }
      _ = await connections.perform(request, as: id)
      if let recording = await connections.recording(of: id) { try? await documents.update(recording) }
      let news = await connections.summaries()
      return [.went(exchanges: news.exchanges, connections: news.connections)]
    case .window(let request):
      let window = try? await documents.window(request.key, rows: request.rows, generation: request.generation)
      return window.map { [.window($0)] } ?? []
    default: return []
    }
  }
}
