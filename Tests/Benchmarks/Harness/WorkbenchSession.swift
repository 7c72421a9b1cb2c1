import BenchmarkSupport

/// Barewire as it is built, at a terminal of its own, with a request open.
final class WorkbenchSession {
  /// A key by what it types.
  enum Key {
    static let send = "\u{12}"
    static let focusRequest = "\u{1B}2"
    static let focusBody = "\u{1B}5"
    static let nextTab = "\u{14}"
    static let pageUp = "\u{1B}[5~"
    static let pageDown = "\u{1B}[6~"
  }

  /// Where the cursor is in the body, as the pane says it.
  struct Place: Equatable {
    /// Counted from 1.
    var row: Int
    var rows: Int
    /// No more rows will come.
    var isComplete: Bool

    /// Reads what stands at the end of a text, as in `12/345+`.
    init?(_ text: String) {
      guard let word = text.split(separator: " ").last else { return nil }
      isComplete = word.last != "+"
      let numbers = word.split(separator: "/", omittingEmptySubsequences: false)
      guard numbers.count == 2, let row = Int(numbers[0]), let rows = Int(numbers[1].prefix(while: \.isNumber)) else {
        return nil
      }
      (self.row, self.rows) = (row, rows)
    }
  }

  let terminal: PseudoTerminal
  let child: Child

  /// Starts it with a request for a URL, in a home of its own, and returns when that is on the screen.
  init(url: String, in folder: TemporaryFolder, width: Int = 160, height: Int = 50) throws {
    terminal = try PseudoTerminal(width: width, height: height)
    let workspaces = try folder.folder("workspaces")
    child = try Child(
      try Programs.barewire(), ["--workspaces", workspaces, url], environment: folder.environment,
      terminal: terminal.path)
    try terminal.wait(for: "the request") { $0.contains("GET ") && $0.contains(url) && $0.contains("Response") }
  }

  deinit {
    child.end()
    _ = try? child.wait()
  }

  /// Goes to the body's pane.
  func focusBody() throws {
    try terminal.type(Key.focusBody)
    try terminal.wait(for: "the keys of the body") { $0.contains("save body") }
  }

  var peakMemory: Double {
    get throws { try PeakMemory.bytes(of: "\(child.pid)") }
  }
}

/// The words of the workbench on a screen.
extension TerminalScreen {
  /// Whether the answer on it is whole.
  var hasReceived: Bool { contains("Response   200 OK") && !contains("receiving ·") }

  /// The cursor's place in the body; nil where no row of it is known.
  var bodyPlace: WorkbenchSession.Place? {
    bodyPane.flatMap { WorkbenchSession.Place(Self.text(row($0.top, from: $0.left, to: $0.right))) }
  }

  /// Whether each row of the body's pane shows one of the body.
  var isBodyFull: Bool {
    guard let pane = bodyPane else { return false }
    return (pane.top + 1..<pane.bottom).allSatisfy { y in
      // A row that is not here yet is a single ellipsis.
      !["", "…"].contains(Self.text(row(y, from: pane.left, to: pane.right)))
    }
  }

  /// Where the body's pane is: its first row is that of the tabs.
  private var bodyPane: (top: Int, bottom: Int, left: Int, right: Int)? {
    let mark = Array("│Body  Pretty".unicodeScalars)
    for y in 0..<height {
      let cells = Array(row(y, from: 0, to: width))
      let starts = cells.indices.dropLast(mark.count)
      guard let start = starts.first(where: { cells[$0..<$0 + mark.count].elementsEqual(mark) }),
        let end = cells.lastIndex(of: "│"),
        let bottom = (y..<height).first(where: { row($0, from: end, to: end + 1).first == "╯" })
      else { continue }
      return (y, bottom, start + 1, end)
    }
    return nil
  }
}
