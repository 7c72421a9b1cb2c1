import Foundation
import Glibc

/// An nginx on the loopback address that gives out the files of one folder.
package final class Nginx {
  package let port: Int
  private let child: Child

  /// Starts it with a configuration of its own, in which `more` are directives for its one server; returns when it
  /// answers.
  package init(root: String, in folder: TemporaryFolder, more: String = "") throws {
    port = try FreePort.find()
    let own = try folder.folder("nginx")
    // The folder is this user's alone.
    let user = getuid() == 0 ? "user root;\n" : ""
    let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "  \($0)_temp_path \(own)/\($0);\n" }
    let configuration = """
      \(user)daemon off;
      pid \(own)/pid;
      error_log \(own)/error.log;
      worker_processes 1;
      events { worker_connections 256; }
      http {
      \(paths.joined())
        access_log off;
        sendfile on;
        server {
          listen 127.0.0.1:\(port);
          root \(root);
          \(more)
        }
      }

      """
    try configuration.write(toFile: "\(own)/nginx.conf", atomically: true, encoding: .utf8)
    child = try Child(
      "nginx", ["-p", own, "-e", "\(own)/error.log", "-c", "\(own)/nginx.conf"], environment: folder.environment)
    let began = Moment.now
    while !FreePort.answers(port) {
      guard began.seconds < 5 else { throw MeasurementFailure("nginx did not start: is it installed?") }
      usleep(5000)
    }
  }

  deinit {
    child.end(SIGTERM)
    _ = try? child.wait()
  }

  package func url(_ name: String) -> String { "http://127.0.0.1:\(port)/\(name)" }
}
