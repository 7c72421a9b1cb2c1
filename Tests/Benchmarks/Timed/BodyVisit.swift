import BenchmarkSupport

/// One body in the built program, as a person meets it: the request is sent, keys are pressed while it arrives and
/// after, and it is searched.
///
/// Keys come 20 to 33 ms after the answer to the one before. A key is answered when the screen shows the cursor where
/// it leads to, and every row of the pane.
final class BodyVisit {
  struct Figures {
    /// Milliseconds from the key that sends to a pane full of rows.
    var first = 0.0
    /// … to the end of the answer.
    var received = 0.0
    /// … to where the last row can be shown.
    var read = 0.0
    /// Milliseconds of each key until all rows were known.
    var keysBefore = Samples()
    /// … and of those after.
    var keysAfter = Samples()
    /// Milliseconds of an echo after each key.
    var echoes = Samples()
    /// Milliseconds for a search of a text that is not there, from the first row to the last one.
    var search: Double?
    /// Bytes.
    var peak = 0.0
  }

  private(set) var figures = Figures()

  private static let keysAtRest = 100
  /// Nobody waits longer for a body.
  private static let limit = 120.0

  private let session: WorkbenchSession
  private let echo: EchoTerminal
  private let sent: Moment

  private enum Key: String {
    case up = "k"
    case down = "j"
    case start = "g"
    case end = "G"
    case pageUp = "\u{1B}[5~"
    case pageDown = "\u{1B}[6~"

    /// Whether it is answered by where the cursor is now.
    func leads(from before: WorkbenchSession.Place, to now: WorkbenchSession.Place) -> Bool {
      switch self {
      case .up: now.row == before.row - 1
      case .down: now.row == before.row + 1
      case .start: now.row == 1
      case .end: now.row == now.rows
      case .pageUp: now.row < before.row - 1
      case .pageDown: now.row > before.row + 1
      }
    }
  }

  /// From the start to the end and back, so that each key has somewhere to go to.
  ///
  /// While rows come the end goes on: from there only the way to the start is known.
  private static let keys: [Key] = [.start, .down, .down, .pageDown, .down, .pageDown, .pageUp, .up, .end]

  /// Meets the body at a URL; the text is not in it.
  init(_ url: String, searching absent: String?, in folder: TemporaryFolder) throws {
    echo = try EchoTerminal(in: folder)
    session = try WorkbenchSession(url: url, in: folder)
    try session.focusBody()
    try session.terminal.settle()
    sent = .now
    try session.terminal.type(WorkbenchSession.Key.send)
    figures.first = try wait(for: "a pane full of rows") { $0.isBodyFull && $0.bodyPlace != nil }
    try press(untilRead: true)
    try press(untilRead: false)
    if let absent { figures.search = try find(absent) }
    figures.peak = try session.peakMemory
  }

  private func press(untilRead: Bool) throws {
    var number = 0
    while untilRead ? figures.read == 0 : number < Self.keysAtRest {
      guard sent.seconds < Self.limit else {
        throw MeasurementFailure(
          "A body was not read within \(Self.limit) s. The screen:\n\(session.terminal.screen.text)")
      }
      try session.terminal.drain(milliseconds: Double(20 + number * 7 % 14))
      note(session.terminal.screen)
      let key = Self.keys[number % Self.keys.count]
      guard let before = session.terminal.screen.bodyPlace else {
        throw MeasurementFailure("The body has no place. The screen:\n\(session.terminal.screen.text)")
      }
      let began = Moment.now
      try session.terminal.type(key.rawValue)
      let time = try wait(for: "the answer to \(key)", since: began) { screen in
        screen.bodyPlace.map { key.leads(from: before, to: $0) } == true && screen.isBodyFull
      }
      if untilRead { figures.keysBefore.add(time) } else { figures.keysAfter.add(time) }
      figures.echoes.add(try echo.time())
      number += 1
    }
  }

  /// Waits for the screen, and takes note of what else is to be seen on it.
  @discardableResult
  private func wait(
    for what: String, since began: Moment? = nil, until isThere: (TerminalScreen) -> Bool
  ) throws -> Double {
    try session.terminal.wait(for: what, since: began ?? sent, seconds: Self.limit) { screen in
      note(screen)
      return isThere(screen)
    }
  }

  private func note(_ screen: TerminalScreen) {
    if figures.received == 0, screen.hasReceived { figures.received = sent.milliseconds }
    if figures.read == 0, figures.received > 0, screen.bodyPlace?.isComplete == true {
      figures.read = sent.milliseconds
    }
  }

  private func find(_ absent: String) throws -> Double {
    let terminal = session.terminal
    try terminal.type("g")
    try terminal.wait(for: "the first row") { $0.bodyPlace?.row == 1 }
    try terminal.type("/")
    try terminal.wait(for: "the prompt") { $0.contains("Search") }
    let began = Moment.now
    try terminal.type("\u{1B}[200~\(absent)\u{1B}[201~")
    return try terminal.wait(for: "the end of the search", since: began, seconds: Self.limit) {
      $0.contains("none after this")
    }
  }
}
