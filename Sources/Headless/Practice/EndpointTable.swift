package import PracticeServer
import TerminalText

/// The practice server's endpoints as rows for people.
package enum EndpointTable {
  /// One row for each endpoint, those that break a rule on purpose under a heading of their own.
  package static func text(_ endpoints: [PracticeEndpoint] = PracticeServer.endpoints) -> String {
    let methods = endpoints.map(\.method.utf8.count).max() ?? 0
    let targets = endpoints.map(\.example.utf8.count).max() ?? 0
    func rows(_ endpoints: [PracticeEndpoint]) -> String {
      endpoints.map { endpoint in
        "  \(endpoint.method.padding(to: methods))  \(endpoint.example.padding(to: targets))  \(endpoint.summary)\n"
      }.joined()
    }
    return rows(endpoints.filter { !$0.isBroken }) + "\nBroken on purpose:\n\n" + rows(endpoints.filter(\.isBroken))
  }
}
