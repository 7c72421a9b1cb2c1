import Foundation
import Recordings
import TerminalUI
import Testing
import Workbench
import WorkbenchViews

/// Compares a drawn screen with the text file that holds it.
///
/// A screen without a file is written and fails: someone must look at it before it counts.
struct ScreenExpectation {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens")

  static func check(
    _ workbench: Workbench, _ size: Size, _ name: String, now: Timestamp = Timestamp(nanoseconds: 5_000_000_000),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try check(
      WorkbenchScreen().draw(workbench, size: size, now: now).text() + "\n", name, sourceLocation: sourceLocation)
  }

  /// Compares what is heard, or any other text.
  static func check(_ drawn: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: "\(name).txt")
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("There was no screen \(name): it is written now, look at it", sourceLocation: sourceLocation)
      return
    }
    #expect(drawn == expected, "The screen \(name) differs from its file", sourceLocation: sourceLocation)
  }
}
