package import PracticeServer
import Workspaces

extension PracticeServer {
  /// The variables that name this server to requests.
  package var variables: [String: String] {
    [VariableScope.practice: "127.0.0.1:\(port)", VariableScope.practiceTLS: "localhost:\(tlsPort)"]
  }
}
