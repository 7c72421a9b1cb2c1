import Glibc
import Subprocess
import TerminalText

/// What a command wrote to its standard error: its beginning, made fit for a terminal.
struct CommandComplaint: Sendable {
  /// Bytes that are kept.
  private static let limit = 4096
  /// Lines that are told: usage texts are long, and the reason stands first.
  private static let lineLimit = 3

  private var bytes: [UInt8] = []

  init() {}

  init(reading stream: SubprocessOutputSequence) async throws {
    for try await buffer in stream where bytes.count < Self.limit {
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0.prefix(Self.limit - bytes.count)) }
    }
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// What to tell of a command that ended like this; nil where all is well.
  func problem(_ status: TerminationStatus) -> String? {
    switch status {
    case .exited(0): nil
    case .exited(let code): "\(text ?? "It said nothing") — exit \(code)"
    case .signaled(let signal):
      (text.map { "\($0) — " } ?? "It was ") + "ended by signal \(signal) (\(Self.name(signal)))"
    }
  }

  /// What to tell of a command that ended well and has complained all the same.
  var remark: String { text.map { ", and said: \($0)" } ?? "" }

  /// The first lines in one; nil where there are none.
  private var text: String? {
    // Split as bytes: `\r\n` is one character.
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .map { String(decoding: TerminalFilter.filtered($0), as: UTF8.self).trimmingPrefix { $0 == " " } }
      .filter { !$0.allSatisfy { $0 == " " } }
    guard let first = lines.first else { return nil }
    let told = [Self.withoutShell(first)] + lines.dropFirst().prefix(Self.lineLimit - 1).map(String.init)
    return told.joined(separator: " · ") + (lines.count > Self.lineLimit ? " …" : "")
  }

  /// A shell says its own name and a line number first, which say nothing: `/bin/sh: 1: pup: not found`.
  private static func withoutShell(_ line: Substring) -> String {
    String(line.trimmingPrefix(#/(/bin/)?sh: (line )?(\d+: )?/#))
  }

  private static func name(_ signal: Int32) -> String {
    strsignal(signal).map { String(cString: $0) } ?? "unknown"
  }
}
