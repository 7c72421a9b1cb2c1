import Glibc
import Subprocess

/// A server that is not Barewire's own, run for the time of a test.
enum ServerProcess {
  /// Runs a server until the body ends; the body starts when the port answers.
  static func with<Result>(
    _ arguments: [String], environment: [String: String], port: Int, _ body: () async throws -> Result
  ) async throws -> Result {
    var result: Result?
    _ = try await Subprocess.run(
      .name("env"), arguments: Arguments(arguments),
      environment: .custom(Dictionary(uniqueKeysWithValues: environment.map { (.init(stringLiteral: $0), $1) })),
      input: .none, output: .discarded, error: .discarded
    ) { execution in
      defer { try? execution.send(signal: .kill) }
      try await Deadline.poll("\(arguments) to listen at \(port)") {
        LoopbackPort.answers(port) ? () : nil
      }
      result = try await body()
    }
    guard let result else { throw HarnessFailure("\(arguments) ended too early.") }
    return result
  }

  /// nginx with plain and TLS ports, serving and storing files under the sandbox's `site`, and `more` in its
  /// configuration.
  static func withNginx<Result>(
    _ sandbox: Sandbox, more: String = "", _ body: (_ port: Int, _ tlsPort: Int) async throws -> Result
  ) async throws -> Result {
    let (port, tlsPort) = try (LoopbackPort.free(), LoopbackPort.free())
    try await sandbox.makeCertificate()
    let prepared = try await Command.run(
      ["mkdir", "-p", sandbox.file("site"), sandbox.file("nginx")], environment: sandbox.environment)
    guard prepared.status == 0 else { throw HarnessFailure("mkdir: \(prepared.error)") }
    try sandbox.write("{\"from\": \"nginx\", \"list\": [1, 2, 3]}\n", to: "site/answer.json")
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "\($0)_temp_path \(sandbox.file("nginx/\($0)"));"
    }
    try sandbox.write(
      """
      daemon off; master_process off; pid \(sandbox.file("nginx/pid")); error_log \(sandbox.file("nginx/error")) info;
      \(getuid() == 0 ? "user root;" : "")
      events {}
      http {
        access_log off; \(temporary.joined(separator: " "))
        types { application/json json; }
        server {
          listen 127.0.0.1:\(port); listen 127.0.0.1:\(tlsPort) ssl;
          ssl_certificate \(sandbox.file("certificate.pem")); ssl_certificate_key \(sandbox.file("key.pem"));
          ssl_protocols TLSv1.2 TLSv1.3;
          root \(sandbox.file("site")); dav_methods PUT; dav_access user:rw;
          add_header X-Seen $http_x_test always;
        }
        \(more)
      }

      """, to: "nginx.conf")
    return try await with(
      ["nginx", "-c", sandbox.file("nginx.conf"), "-p", sandbox.file("nginx"), "-e", sandbox.file("nginx/start")],
      environment: sandbox.environment, port: port
    ) {
      try await body(port, tlsPort)
    }
  }

  /// Python's file server, serving the sandbox's `work`.
  static func withPython<Result>(_ sandbox: Sandbox, _ body: (_ port: Int) async throws -> Result) async throws
    -> Result
  {
    let port = try LoopbackPort.free()
    return try await with(
      ["python3", "-m", "http.server", "\(port)", "--bind", "127.0.0.1", "--directory", sandbox.file("work")],
      environment: sandbox.environment, port: port
    ) {
      try await body(port)
    }
  }

  /// `barewire practice` as a process of its own.
  static func withPractice<Result>(_ sandbox: Sandbox, _ body: (_ port: Int) async throws -> Result) async throws
    -> Result
  {
    let port = try LoopbackPort.free()
    return try await with(
      [try BuiltProgram.path(), "practice", "--port", "\(port)"], environment: sandbox.environment, port: port
    ) {
      try await body(port)
    }
  }
}
