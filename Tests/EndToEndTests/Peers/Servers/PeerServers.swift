import Testing

/// The peers that run while the suite of peers does, each started once.
struct PeerServers: Sendable {
  @TaskLocal static var current: PeerServers?

  let sandbox: Sandbox
  let ports: [PeerPlace: Int]

  func port(_ place: PeerPlace) throws -> Int {
    guard let port = ports[place] else { throw HarnessFailure("\(place) was not started.") }
    return port
  }

  func url(_ place: PeerPlace, _ path: String, host: String = "127.0.0.1") throws -> String {
    "\(place.scheme)://\(host):\(try port(place))\(path)"
  }

  /// A Unix-domain socket on which nginx or Caddy listens too.
  func socket(_ program: PeerProgram) -> String { sandbox.file("\(program.executable).sock") }
}

extension PeerServers {
  /// A server that is yet to be started.
  struct Start: Sendable {
    var program: PeerProgram
    var arguments: [String]
    var places: [PeerPlace: Int]
  }

  /// Starts every server whose program is installed, for the time of a body.
  static func with(_ body: () async throws -> Void) async throws {
    try await Sandbox.with { sandbox in
      try await sandbox.writeSite()
      try await sandbox.makeCertificate()
      let makers = [apache, caddy, h2o, nghttpd, dante]
      let proxies = try httpProxies(sandbox) + microsocks(sandbox)
      let starts = try makers.map { try $0(sandbox) } + opensslServers(sandbox) + proxies
      try await withPractice(sandbox) { practice in
        let faulty = try FaultyServers(before: practice[.practice] ?? 0)
        defer { faulty.stop() }
        var ports = practice.merging(faulty.ports) { $1 }
        ports[.nobody] = try LoopbackPort.free()
        try await withNginx(sandbox) { nginx in
          try await with(starts[...], sandbox, ports.merging(nginx) { $1 }, body)
        }
      }
    }
  }

  private static func with(
    _ starts: ArraySlice<Start>, _ sandbox: Sandbox, _ ports: [PeerPlace: Int], _ body: () async throws -> Void
  ) async throws {
    guard let start = starts.first else {
      return try await $current.withValue(PeerServers(sandbox: sandbox, ports: ports)) { try await body() }
    }
    let rest = starts.dropFirst()
    guard let path = start.program.path, let port = start.places.values.first else {
      return try await with(rest, sandbox, ports, body)
    }
    try await ServerProcess.with([path] + start.arguments, environment: sandbox.environment, port: port) {
      try await with(rest, sandbox, ports.merging(start.places) { $1 }, body)
    }
  }
}

/// Runs the servers around a suite.
struct PeerServersTrait: SuiteTrait, TestScoping {
  @concurrent func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await PeerServers.with(function)
  }
}

extension Trait where Self == PeerServersTrait {
  static var peerServers: Self { Self() }
}
