/// What is asked for beside the URL, in the words of each of the two programs.
enum OracleOption: Sendable {
  case method(String)
  case head
  case field(String)
  /// A file of the sandbox as the content.
  case content(String)
  case text(String)
  case follow
  case digest
  case redirectsAtMost(Int)
  case decoded
  case insecure
  case secondsAtMost(String)
  case resolve(String, PeerPlace)
  case connectTo(String, PeerPlace)
  case socket(PeerProgram)
  case ipv4, ipv6

  func curl(_ servers: PeerServers) throws -> [String] {
    switch self {
    case .head: ["--head"]
    case .content(let name): ["--data-binary", "@\(servers.sandbox.file(name))"]
    case .text(let text): ["--data-raw", text]
    case .follow: ["--location"]
    case .decoded: ["--compressed"]
    default: try same(servers)
    }
  }

  func barewire(_ servers: PeerServers) throws -> [String] {
    switch self {
    case .head: ["--request", "HEAD"]
    case .content(let name): ["--data", "@\(servers.sandbox.file(name))"]
    case .text(let text): ["--data", text]
    case .follow: ["--follow"]
    case .decoded: ["--decoded"]
    default: try same(servers)
    }
  }

  /// The options that both programs call by one name.
  private func same(_ servers: PeerServers) throws -> [String] {
    switch self {
    case .method(let method): ["--request", method]
    case .field(let field): ["--header", field]
    case .redirectsAtMost(let count): ["--max-redirs", "\(count)"]
    case .digest: ["--digest"]
    case .insecure: ["--insecure"]
    case .secondsAtMost(let seconds): ["--max-time", seconds]
    case .resolve(let host, let place): ["--resolve", "\(host):\(try servers.port(place)):127.0.0.1"]
    case .connectTo(let host, let place): ["--connect-to", "\(host):80:127.0.0.1:\(try servers.port(place))"]
    case .socket(let program): ["--unix-socket", servers.socket(program)]
    case .ipv4: ["--ipv4"]
    case .ipv6: ["--ipv6"]
    case .head, .content, .text, .follow, .decoded: []
    }
  }
}
