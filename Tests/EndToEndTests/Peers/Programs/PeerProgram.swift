import Foundation
import Testing

/// A program that Barewire is tried with, and the Debian package that has it.
struct PeerProgram: Sendable, Hashable {
  let executable: String
  let package: String

  static let nginx = PeerProgram(executable: "nginx", package: "nginx-light")
  static let apache = PeerProgram(executable: "apache2", package: "apache2-bin")
  static let caddy = PeerProgram(executable: "caddy", package: "caddy")
  static let h2o = PeerProgram(executable: "h2o", package: "h2o")
  static let nghttpd = PeerProgram(executable: "nghttpd", package: "nghttp2-server")
  static let openssl = PeerProgram(executable: "openssl", package: "openssl")
  static let tinyproxy = PeerProgram(executable: "tinyproxy", package: "tinyproxy")
  static let dante = PeerProgram(executable: "danted", package: "dante-server")
  static let microsocks = PeerProgram(executable: "microsocks", package: "microsocks")
  static let haproxy = PeerProgram(executable: "haproxy", package: "haproxy")
  static let curl = PeerProgram(executable: "curl", package: "curl")

  /// The executable's file: servers lie where only root's search path leads.
  var path: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    return (folders + ["/usr/sbin", "/usr/local/sbin"]).lazy.map { "\($0)/\(executable)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  var isInstalled: Bool { path != nil }
}

extension Trait where Self == ConditionTrait {
  /// The test is skipped, with what to install as the reason, where a program is missing.
  static func needs(_ programs: PeerProgram...) -> Self {
    let missing = programs.filter { !$0.isInstalled }.map(\.package)
    return .enabled(if: missing.isEmpty, "not installed: \(missing.joined(separator: ", "))")
  }
}
