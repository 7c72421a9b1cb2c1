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
  /// True for terminals of xterm's kin, which know private modes and OSC 52.
  private let hasModes: Bool

  /// Takes the terminal of standard input and output.
  ///
  /// `colors` is what the user has set in this program, which goes before the environment: `direct` believes that the
  /// terminal has them, fewer are a limit. Nil goes by NO_COLOR, COLORTERM and the terminal's description.
  package init(colors: ColorDepth? = nil) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard Self.isSet("TERM"), let value = getenv("TERM") else { throw .noTerminalType }
    let type = String(cString: value)
    let isColorful = colors.map { $0 != .none } ?? !Self.isSet("NO_COLOR")
    switch cnc_open(type, isColorful && (colors == .direct || Self.hasTrueColor)) {
    case CNC_OPEN: break
    case CNC_UNKNOWN_TERMINAL: throw .unknownTerminal(type)
    case CNC_CANNOT_MOVE_CURSOR: throw .cannotMoveCursor(type)
    default: throw .failed(type)
    }
    availableDepth = ColorDepth(colors: isColorful ? Int(cnc_colors()) : 0)
    colorDepth = min(availableDepth, colors ?? .direct)
    painter = CellPainter(depth: colorDepth)
    decoder = InputDecoder(terminfoKeys: TerminfoKeys.read())
    hasModes = cnc_string("kmous") != nil
    size = Self.measure() ?? Size(width: 80, height: 24)
    (events, continuation) = AsyncStream.makeStream()
    cnc_guard(hasModes ? TerminalModes.leave : [], hasModes ? TerminalModes.leave.count : 0)
    cnc_resize(Int32(size.height), Int32(size.width))
    cnc_show(-1, -1)
    switchModes(on: true)
    startReading()
    watchSignals()
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
      switchModes(on: false)
      cnc_leave()
    }
    continuation.finish()
  }

  /// Shows a canvas: only what differs from the one before goes to the terminal.
  ///
  /// A canvas of another size than the terminal's is cut.
  package func draw(_ canvas: Canvas) {
    guard !isClosed, !isSuspended else { return }
    for run in canvas.changes(from: shown) where run.row < size.height && run.columns.lowerBound < size.width {
      painter.paint(run, of: canvas, columns: size.width)
    }
    shown = canvas
    if let cursor = canvas.screenCursor, cursor.x < size.width, cursor.y < size.height {
      cnc_show(Int32(cursor.y), Int32(cursor.x))
    } else {
      cnc_show(-1, -1)
    }
  }

  /// Draws everything again with the next canvas, as after another program has written to the terminal.
  package func redraw() {
    shown = nil
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
    cnc_resize(Int32(size.height), Int32(size.width))
    return true
  }

  private func switchModes(on: Bool) {
    guard hasModes else { return }
    let modes = on ? TerminalModes.enter : TerminalModes.leave
    _ = cnc_write(modes, modes.count)
  }

  /// True when a variable of the environment has a value.
  private static func isSet(_ name: String) -> Bool {
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
