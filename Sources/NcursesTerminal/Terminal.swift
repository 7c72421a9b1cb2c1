import CNcurses
import Dispatch
import Glibc
package import TerminalUI

/// The terminal that the program was started in, as a screen of cells and a stream of events.
///
/// From `init` to `close` the terminal is in another state: alternate screen, raw input, mouse and paste reports. A
/// crash, an `exit` and a stop give it back too. There can be one at a time. ncurses draws; it never reads.
@MainActor
package final class Terminal {
  /// How copying ended.
  package enum CopyResult: Sendable, Hashable {
    /// Handed to the terminal, which does not tell whether it takes it.
    case sent
    /// More than `limit` bytes, which terminals drop.
    case tooLarge(limit: Int)
    /// The terminal is not one that takes it, or it is gone.
    case unsupported
  }

  /// What happens at the terminal.
  ///
  /// For one reader; it ends with `close`.
  package let events: AsyncStream<TerminalEvent>
  /// How many colours are used: those of the terminal, or fewer where that is wanted; none where NO_COLOR is set.
  package private(set) var colorDepth: ColorDepth
  /// How many could be used.
  private let availableDepth: ColorDepth
  /// The terminal's size, never below 1×1.
  package private(set) var size: Size

  let continuation: AsyncStream<TerminalEvent>.Continuation
  var decoder: InputDecoder
  var clicks = ClickCounter()
  var sources: [any DispatchSourceProtocol] = []
  /// Counts reads, so that a timer for Esc can see that more has come.
  var readCount = 0
  var inputBuffer = [UInt8](repeating: 0, count: 16_384)
  var inputSource: (any DispatchSourceRead)?
  /// The terminal is not ours at the moment: another program has it, or we are stopped.
  private(set) var isSuspended = false
  /// It is so because of a stop, which SIGCONT ends.
  var isStopped = false
  private(set) var isClosed = false
  private var painter: CellPainter
  private var shown: Canvas?
  /// The picture that is on the screen.
  private var shownPicture: PlacedPicture?
  /// What is known of how the terminal shows pictures.
  package var graphics: TerminalGraphics
  var hasAskedForGraphics = false
  /// True for terminals of xterm's kin, which know private modes and OSC 52.
  let hasModes: Bool
  private let modes: TerminalModes
  /// Whether lines are written to it, and no screen is drawn.
  package let isLinear: Bool

  /// Takes the terminal of standard input and output.
  ///
  /// `colors` is what the user has set in this program, which goes before the environment: `direct` believes that the
  /// terminal has them, fewer are a limit. Nil goes by NO_COLOR, COLORTERM and the terminal's description.
  ///
  /// With `linear` no screen is taken, whatever the terminal can: lines are written by `write`, and `draw` does nothing.
  package init(colors: ColorDepth? = nil, linear: Bool = false) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    isLinear = linear
    let isColorful = !linear && (colors.map { $0 != .none } ?? !Self.isSet("NO_COLOR"))
    if linear {
      cnc_open_lines(getenv("TERM"))
    } else {
      try Self.openScreen(inColors: isColorful && (colors == .direct || Self.hasTrueColor))
    }
    availableDepth = ColorDepth(colors: isColorful ? Int(cnc_colors()) : 0)
    colorDepth = min(availableDepth, colors ?? .direct)
    painter = CellPainter(depth: colorDepth)
    decoder = InputDecoder(terminfoKeys: TerminfoKeys.read())
    hasModes = cnc_string("kmous") != nil
    modes = !hasModes ? .none : linear ? .lines : .screen
    size = Self.measure() ?? Size(width: 80, height: 24)
    graphics = TerminalGraphics(cell: Self.cellSize())
    (events, continuation) = AsyncStream.makeStream()
    cnc_guard(modes.leave, modes.leave.count, !linear)
    cnc_resize(Int32(size.height), Int32(size.width))
    cnc_show(-1, -1)
    switchModes(on: true)
    startReading()
    watchSignals()
  }

  private static func openScreen(inColors isColorful: Bool) throws(TerminalError) {
    guard isSet("TERM"), let value = getenv("TERM") else { throw .noTerminalType }
    let type = String(cString: value)
    switch cnc_open(type, isColorful) {
    case CNC_OPEN: break
    case CNC_UNKNOWN_TERMINAL: throw .unknownTerminal(type)
    case CNC_CANNOT_MOVE_CURSOR: throw .cannotMoveCursor(type)
    default: throw .failed(type)
    }
  }

  isolated deinit {
    close()
  }

  /// Gives the terminal back and ends the events; what was printed to it before is there again.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    unwatchSignals()
    if isSuspended { inputSource?.resume() }
    inputSource?.cancel()
    inputSource = nil
    if !isSuspended {
      removePicture()
      switchModes(on: false)
      cnc_leave()
    }
    continuation.finish()
  }

  /// Shows a canvas: only what differs from the one before goes to the terminal.
  ///
  /// A canvas of another size than the terminal's is cut.
  package func draw(_ canvas: Canvas) {
    guard !isClosed, !isSuspended, !isLinear else { return }
    let changes = canvas.changes(from: shown)
    if canvas.picture != shownPicture { removePicture() }
    for run in changes where run.row < size.height && run.columns.lowerBound < size.width {
      painter.paint(run, of: canvas, columns: size.width)
    }
    shown = canvas
    if let cursor = canvas.screenCursor, cursor.x < size.width, cursor.y < size.height {
      cnc_show(Int32(cursor.y), Int32(cursor.x))
    } else {
      cnc_show(-1, -1)
    }
    if let picture = canvas.picture, picture != shownPicture || picture.isTouched(by: changes) { show(picture) }
  }

  /// Writes a picture past ncurses, which believes the cells empty and the cursor where it has put it.
  private func show(_ picture: PlacedPicture) {
    guard picture.area.maxX <= size.width, picture.area.maxY <= size.height else { return }
    let place = "\u{1B}7\u{1B}[\(picture.area.y + 1);\(picture.area.x + 1)H"
    let bytes = Array(place.utf8) + picture.picture.bytes + Array("\u{1B}8".utf8)
    _ = cnc_write(bytes, bytes.count)
    shownPicture = picture
  }

  /// Takes the picture off the screen; where text does that, what ncurses believes empty is written again.
  private func removePicture() {
    guard let picture = shownPicture else { return }
    shownPicture = nil
    if picture.picture.isErasedByText {
      cnc_redraw_rows(Int32(picture.area.y), Int32(picture.area.height))
    } else {
      _ = cnc_write(picture.picture.removal, picture.picture.removal.count)
    }
  }

  /// Writes bytes as they are, to a terminal without a screen.
  package func write(_ bytes: [UInt8]) {
    guard isLinear, !isClosed, !isSuspended, !bytes.isEmpty else { return }
    _ = cnc_write(bytes, bytes.count)
  }

  /// Draws everything again with the next canvas, as after another program has written to the terminal.
  package func redraw() {
    shown = nil
    removePicture()
    if !isClosed { cnc_redraw() }
  }

  /// Uses fewer colours than the terminal has from the next drawing on, or all of them again; more than it was opened
  /// with need a new start.
  package func limitColors(to limit: ColorDepth?) {
    let depth = min(availableDepth, limit ?? .direct)
    guard depth != colorDepth else { return }
    colorDepth = depth
    painter = CellPainter(depth: depth)
    redraw()
  }

  /// Copies to the person's clipboard, by OSC 52.
  package func copyToClipboard(_ bytes: [UInt8]) -> CopyResult {
    guard hasModes, !isClosed, !isSuspended else { return .unsupported }
    guard bytes.count <= ClipboardSequence.limit else { return .tooLarge(limit: ClipboardSequence.limit) }
    let sequence = ClipboardSequence.copying(bytes, throughScreen: Self.isSet("STY"))
    return cnc_write(sequence, sequence.count) ? .sent : .unsupported
  }

  /// Gives the terminal back while another program has it (an editor, a pager); `resume` takes it again.
  package func pause() {
    guard !isClosed, !isSuspended else { return }
    isSuspended = true
    inputSource?.suspend()
    removePicture()
    switchModes(on: false)
    cnc_leave()
  }

  /// Takes the terminal again after `pause` or a stop, and asks for a drawing with `resumed`.
  package func resume() {
    guard !isClosed else { return }
    if isSuspended { inputSource?.resume() }
    isSuspended = false
    isStopped = false
    cnc_enter()
    switchModes(on: true)
    shown = nil
    takeSize()
    continuation.yield(.resumed)
  }

  /// Reads the terminal's size and tells ncurses; true when it is another one.
  @discardableResult
  func takeSize() -> Bool {
    guard let measured = Self.measure(), measured != size else { return false }
    size = measured
    shown = nil
    removePicture()
    measureCell()
    cnc_resize(Int32(size.height), Int32(size.width))
    return true
  }

  private func switchModes(on: Bool) {
    let bytes = on ? modes.enter : modes.leave
    if !bytes.isEmpty { _ = cnc_write(bytes, bytes.count) }
  }

  /// True when a variable of the environment has a value.
  static func isSet(_ name: String) -> Bool {
    getenv(name).map { $0.pointee != 0 } ?? false
  }

  /// What terminals with 24-bit colours set by agreement; terminfo has no word for it.
  ///
  /// GNU screen (STY) hands the variable on, but not the colours.
  private static var hasTrueColor: Bool {
    if isSet("STY") { return false }
    return getenv("COLORTERM").map { ["truecolor", "24bit"].contains(String(cString: $0)) } ?? false
  }

  private static func measure() -> Size? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }
}
