import Connections
package import Routes
package import Workspaces

/// What `barewire send` is asked to do.
package struct SendOrder: Sendable {
  /// What goes to the output.
  package enum Display: Sendable {
    /// The content of the final response, as it arrives.
    case content
    /// The timeline: each write and read with its bytes, and what happened between them.
    case wire
    /// One JSON object, at the end.
    case json
  }

  package var request: SavedRequest
  package var environment: VariableEnvironment?
  /// Where relative paths of body files start; nil means the working directory.
  package var baseDirectory: String?
  package var display = Display.content
  /// Whether heads go before the content, of interim responses and redirects too.
  package var includesHeads = false
  /// Whether gzip, deflate, br and zstd are undone; nil does that on a terminal only.
  package var decodesContent: Bool?
  /// Whether the order goes on where a redirect leads to.
  package var followsRedirects = false
  /// Where connections go instead, for this order.
  package var overrides = Overrides()
  /// How the way to endpoints is chosen.
  package var routes = RouteChoice()

  /// Certificates that the user accepted for good; nil looks at none.
  package var exceptions: CertificateExceptions?

  /// The file that takes the secrets of TLS connections.
  package var keyLogPath: String?

  var serviceConfiguration: ConnectionServiceConfiguration {
    var configuration = ConnectionServiceConfiguration()
    configuration.keyLog = keyLogPath.map { KeyLog(path: $0) }
    return configuration
  }

  /// An order to send one request.
  package init(_ request: SavedRequest, environment: VariableEnvironment? = nil, baseDirectory: String? = nil) {
    self.request = request
    self.environment = environment
    self.baseDirectory = baseDirectory
  }
}
