import Connections
import Exchanges
import PracticeServer
package import Routes
package import Workspaces

/// Turns requests into bytes, and starts the practice server for those that name it.
package actor RequestPreparation {
  private let environment: VariableEnvironment?
  private let baseDirectory: String?
  private let routes: RouteChoice
  private let overrides: Overrides
  private var practice: PracticeServer?
  /// Lives until the request is sent.
  private var codedFile: CodedBodyFile?

  /// Resolves variables by an environment; body files are relative to a directory.
  package init(
    environment: VariableEnvironment?, baseDirectory: String?, routes: RouteChoice = RouteChoice(),
    overrides: Overrides = Overrides()
  ) {
    self.routes = routes
    self.overrides = overrides
    self.environment = environment
    self.baseDirectory = baseDirectory
  }

  private var composer: RequestComposer {
    RequestComposer(
      scope: VariableScope(environment: environment, provided: practice?.variables ?? [:]),
      baseDirectory: baseDirectory, userAgent: BarewireVersion.userAgent)
  }

  /// The request as the connection service takes it, and what a person should know of it.
  func prepare(_ request: SavedRequest) async throws -> (request: OutgoingRequest, notes: [String]) {
    let prepared: PreparedRequest
    do throws(ComposeError) {
      prepared = try composer.prepare(request)
    } catch {
      guard practice == nil, error.isAboutPractice else { throw error }
      practice = try await PracticeServer.start()
      prepared = try composer.prepare(request)
    }
    let anchors = practice.map { [$0.certificatePEM] } ?? []
    var routed = try RoutedRequest(prepared, by: routes, overrides: overrides)
    codedFile = try routed.codeFile()
    return (try OutgoingRequest(routed, trustAnchorsPEM: anchors), routed.notes)
  }

  /// The request that a redirect leads to.
  func redirect(
    after request: SavedRequest, location: String, status: Int
  ) throws(ComposeError) -> Redirect {
    let url = try composer.url(of: request)
    do throws(RequestURLError) {
      return try Redirect(after: request, at: url, location: location, status: status)
    } catch {
      throw .url(error)
    }
  }

  /// Ends the practice server, if it runs.
  func stop() async {
    await practice?.stop()
  }
}

extension ComposeError {
  /// Whether only the practice server's name is missing.
  fileprivate var isAboutPractice: Bool {
    if case .variable(.unknown(let name, _, _)) = self {
      return ProvidedVariable(rawValue: name) != nil
    }
    return false
  }
}
