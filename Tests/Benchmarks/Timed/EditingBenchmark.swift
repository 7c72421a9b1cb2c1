import BenchmarkSupport
import Recordings
import TerminalUI
import Workbench
import WorkbenchViews
import Workspaces

/// Keys in the body of a request, of a kilobyte and of a hundred megabytes: each to the frame that shows it.
struct EditingBenchmark: Benchmark {
  let name = "editing"
  let summary = "keys in a body of 1 kB and of 100 MB, in lines and in one line"

  private static let large = 100_000_000
  private static let size = Size(width: 120, height: 40)

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let line = Array("{\"id\": 1234, \"name\": \"a line as JSON has them\", \"tags\": [\"a\", \"b\"]},\n".utf8)
    let small = Self.keys(in: Self.text(1000, of: line))
    let lines = Self.keys(in: Self.text(Self.large, of: line))
    let oneLine = Self.keys(in: Self.text(Self.large, of: Array(line.dropLast())))
    return [
      Self.row("a key in a body of 100 MB", lines.keys, beside: small.keys),
      Self.row("a key in one line of 100 MB", oneLine.keys, beside: small.keys),
      Report.Row(
        what: "100 MB pasted, cut, undone", barewire: Self.text(lines.steps), beside: "1 kB \(Self.text(small.steps))",
        goal: "≤ 1 s", isMet: lines.steps.allSatisfy { $0 <= 1000 }),
    ]
  }

  private static func row(_ what: String, _ keys: Samples, beside small: Samples) -> Report.Row {
    Report.Row(
      what: what, barewire: text(keys), beside: "1 kB \(text(small))", goal: "≤ 16 ms",
      isMet: keys.percentile(0.99) <= 16)
  }

  private static func text(_ keys: Samples) -> String {
    "p50 \(Text.number(keys.median)), p99 \(Text.number(keys.percentile(0.99))) ms"
  }

  private static func text(_ steps: [Double]) -> String { steps.map(Text.milliseconds).joined(separator: ", ") }

  private static func text(_ count: Int, of line: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(count + line.count)
    while text.count < count { text += line }
    return text
  }

  /// Pastes a text, and edits it in many places.
  private static func keys(in text: [UInt8]) -> (keys: Samples, steps: [Double]) {
    var workbench = Workbench(startURL: "http://127.0.0.1/")
    _ = workbench.update(.loaded([]))
    for command in [RequestEditor.Command.setBodyKind(.json), .show(.body), .focus(.bodyText)] {
      _ = workbench.update(.edit(command))
    }
    _ = workbench.update(.command(.focusRequest))
    func time(_ action: Action) -> Double {
      let began = Moment.now
      _ = workbench.update(action)
      _ = workbench.update(.paneSizes(ScreenLayout(size: size, workbench: workbench).paneSizes))
      Calibration.keep(UInt64(WorkbenchScreen().draw(workbench, size: size, now: .now()).size.width))
      return began.milliseconds
    }
    var steps = [time(.paste(text))]
    let commands: [TextEditor.Command] = [
      .insert("x"), .insert("漢"), .move(.left), .deleteBackward, .newline, .move(.up), .move(.pageUp), .move(.lineEnd),
      .move(.wordLeft), .deleteWordBackward, .undo, .redo, .move(.lineStart), .move(.down), .deleteToLineEnd, .yank,
    ]
    var keys = Samples()
    for place in 0..<25 {
      keys.add(time(.edit(.text(.placeCursor(text.count / 25 * place)))))
      for command in commands { keys.add(time(.edit(.text(command)))) }
    }
    steps.append(time(.edit(.text(.selectAll))) + time(.edit(.text(.deleteBackward))))
    steps.append(time(.edit(.text(.undo))))
    return (keys, steps)
  }
}
