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
  private let exceptions: CertificateExceptions?
  private var practice: PracticeServer?
  /// Lives until the request is sent.
  private var codedFile: CodedBodyFile?

  /// Resolves variables by an environment; body files are relative to a directory.
  package init(
    environment: VariableEnvironment?, baseDirectory: String?, routes: RouteChoice = RouteChoice(),
    overrides: Overrides = Overrides(), exceptions: CertificateExceptions? = nil
  ) {
    self.exceptions = exceptions
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
  func prepare(
    _ request: SavedRequest, answering challenges: [String] = []
  ) async throws -> (request: OutgoingRequest, notes: [String]) {
    let prepared: PreparedRequest
    do throws(ComposeError) {
      prepared = try composer.prepare(request, answering: challenges)
    } catch {
      guard practice == nil, error.isAboutPractice else { throw error }
      practice = try await PracticeServer.start()
      prepared = try composer.prepare(request, answering: challenges)
    }
    let anchors = practice.map { [$0.certificatePEM] } ?? []
    var routed = try RoutedRequest(prepared, by: routes, overrides: overrides)
    codedFile = try routed.codeFile()
    var request = try OutgoingRequest(routed, trustAnchorsPEM: anchors)
    request.answersChallenge = !challenges.isEmpty
    let notes = routed.notes + (await accept(&request))
    return (request, notes)
  }

  /// Accepts the certificates of the endpoint that the user has accepted for good; tells so.
  private func accept(_ request: inout OutgoingRequest) async -> [String] {
    guard let exceptions, await request.accept(exceptions) else { return [] }
    let endpoint = request.endpoint.description
    return ["A certificate of \(endpoint) that you trusted always is accepted, whether it verifies or not."]
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
