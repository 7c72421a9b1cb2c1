import BenchmarkSupport
import Glibc
import NcursesTerminal
import TerminalUI
import Workbench

/// Draws frames at the terminal that it runs at, and times them.
///
/// Arguments: a folder of workspaces and a URL with a long body.
struct FrameWork: Work {
  static let name = "frames"

  private let directory: String
  private let url: String

  init(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw MeasurementFailure("\(Self.name) takes a folder and a URL.") }
    directory = arguments[0]
    url = arguments[1]
  }

  func run() async throws -> [String: Double] {
    try await draw()
  }

  @MainActor
  private func draw() async throws -> [String: Double] {
    let terminal = try Terminal()
    defer { terminal.close() }
    let driver = await WorkbenchDriver(workspaces: directory, url: url, size: terminal.size)
    await driver.act(.command(.send))
    guard driver.workbench.viewer.body.totalRows > 1000 else { throw MeasurementFailure("No body to scroll came.") }
    var figures: [String: Double] = [:]
    var first = Frames()
    for _ in 0..<20 {
      terminal.redraw()
      first.draw(driver, terminal)
    }
    figures.merge(first.figures("first")) { $1 }

    await driver.act(.command(.focusBody))
    var pages = Frames()
    for _ in 0..<300 {
      await driver.act(.command(.pageDown))
      pages.draw(driver, terminal)
    }
    figures.merge(pages.figures("page")) { $1 }

    await driver.act(.command(.focusRequest))
    var keys = Frames()
    for index in 0..<300 {
      await driver.act(.edit(.text(index % 40 < 20 ? .insert("x") : .deleteBackward)))
      keys.draw(driver, terminal)
    }
    figures.merge(keys.figures("key")) { $1 }
    return figures
  }

  /// Frames of one kind, milliseconds each.
  @MainActor
  private struct Frames {
    private var draws = Samples()
    private var changes = Samples()
    private var wholes = Samples()
    private var shown: Canvas?

    mutating func draw(_ driver: WorkbenchDriver, _ terminal: Terminal) {
      let began = Moment.now
      let canvas = driver.draw()
      let drawn = began.milliseconds
      terminal.draw(canvas)
      let whole = began.milliseconds
      let comparing = Moment.now
      let runs = canvas.changes(from: shown)
      changes.add(comparing.milliseconds)
      Calibration.keep(UInt64(runs.count))
      shown = canvas
      draws.add(drawn)
      wholes.add(whole)
    }

    func figures(_ kind: String) -> [String: Double] {
      [
        "\(kind)-draw": draws.median, "\(kind)-changes": changes.median, "\(kind)-whole": wholes.median,
        "\(kind)-worst": wholes.percentile(0.99),
      ]
    }
  }
}
