import BenchmarkSupport
import Foundation

/// How many short exchanges a second get through, one after the other and fifty at once.
struct RequestsBenchmark: Benchmark {
  let name = "requests"
  let summary = "requests per second, beside AsyncHTTPClient and what wrk and h2load get out of the server"

  private static let rounds = 5
  private static let seconds = "2"

  private struct Setting {
    var what: String
    var carriage: Carriage
    var count: Int

    static let all = [
      Setting(what: "HTTP/1.1, 1 connection", carriage: .tcp, count: 1),
      Setting(what: "HTTP/1.1, 50 connections", carriage: .tcp, count: 50),
      Setting(what: "HTTP/2 over TLS, 1 connection, 1 stream", carriage: .http2, count: 1),
      Setting(what: "HTTP/2 over TLS, 1 connection, 50 streams", carriage: .http2, count: 50),
    ]
  }

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let site = try Site(in: folder)
    let client = try Self.asyncHTTPClient()
    return try Setting.all.map { setting in
      var own = Samples()
      var limit = Samples()
      var peer = Samples()
      for _ in 0..<Self.rounds {
        limit.add(try Self.limit(setting, site, folder))
        own.add(
          try Worker.measure(
            RequestsWork.name, site.arguments(Site.small, setting.carriage) + ["\(setting.count)", Self.seconds],
            in: folder)("rate"))
        if let client { peer.add(try Self.rate(of: client, setting, site, folder)) }
      }
      let share = Text.number(100 * own.median / limit.median, digits: 0)
      let loader = setting.carriage == .http2 ? "h2load" : "wrk"
      let ratio = client.map { _ in own.median / peer.median }
      return Report.Row(
        what: "requests: \(setting.what)", barewire: "\(Text.number(own.median))/s",
        beside: (client == nil ? "AsyncHTTPClient is not built" : "AsyncHTTPClient \(Text.number(peer.median))/s")
          + "; \(loader) \(Text.number(limit.median))/s: \(share) % of it",
        ratio: ratio, goal: "≥ AsyncHTTPClient", isMet: ratio.map { $0 >= 1 })
    }
  }

  /// What the server can do: a client in C that only counts.
  private static func limit(_ setting: Setting, _ site: Site, _ folder: TemporaryFolder) throws -> Double {
    let url = site.url(Site.small, setting.carriage)
    if setting.carriage == .http2 {
      let (text, _) = try Child.output(
        of: "h2load", ["-c", "1", "-m", "\(setting.count)", "-D", seconds, url], environment: folder.environment)
      return try number(in: text, between: ", ", and: " req/s")
    }
    let (text, _) = try Child.output(
      of: "wrk", ["-t", "1", "-c", "\(setting.count)", "-d", "\(seconds)s", url], environment: folder.environment)
    return try number(in: text, between: "Requests/sec:", and: "\n")
  }

  private static func rate(
    of client: String, _ setting: Setting, _ site: Site, _ folder: TemporaryFolder
  ) throws -> Double {
    let (text, _) = try Child.output(
      of: client,
      [
        setting.carriage == .http2 ? "http2" : "http1", site.url(Site.small, setting.carriage), "\(setting.count)",
        seconds,
      ], environment: folder.environment)
    return try number(in: text, between: "Requests/sec:", and: "\n")
  }

  private static func number(in text: String, between start: String, and end: String) throws -> Double {
    guard let end = text.range(of: end, range: (text.range(of: start)?.upperBound ?? text.endIndex)..<text.endIndex),
      let start = text.range(of: start, options: .backwards, range: text.startIndex..<end.lowerBound),
      let number = Double(text[start.upperBound..<end.lowerBound].trimmingCharacters(in: .whitespaces))
    else { throw MeasurementFailure("There is no rate in:\n\(text)") }
    return number
  }

  /// The peer's program, where somebody built it; it is no part of this package.
  private static func asyncHTTPClient() throws -> String? {
    let path = URL(filePath: try Programs.own()).deletingLastPathComponent()
      .appending(path: "../../async-http-client-peer/release/async-http-client-peer").standardized.path()
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }
}
