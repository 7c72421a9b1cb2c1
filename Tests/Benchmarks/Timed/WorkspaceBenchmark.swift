import BenchmarkSupport
import Exchanges
import Recordings
import TerminalUI
import Workbench
import WorkbenchViews
import Workspaces

/// A workspace of ten thousand requests, opened and filtered.
struct WorkspaceBenchmark: Benchmark {
  let name = "workspace"
  let summary = "a workspace of 10,000 requests opened and filtered"

  private static let rounds = 9
  private static let size = Size(width: 120, height: 40)

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let directory = try folder.folder("workspaces")
    let path = "\(directory)/large.json"
    _ = try await WorkspaceStore(directory: directory).save(Self.workspace(), to: path, expecting: nil)

    var opening = Samples()
    var keys = Samples()
    for _ in 0..<Self.rounds {
      let began = Moment.now
      let entries = await WorkspaceStore(directory: directory).load()
      var workbench = Workbench()
      _ = workbench.update(.loaded(entries))
      Self.draw(&workbench)
      opening.add(began.milliseconds)

      _ = workbench.update(.command(.filter))
      let words = ["request 77", "get", "zzz", "folder 4"]
      for word in words {
        for letter in word {
          keys.add(Self.time { Self.type(.insert(String(letter)), &workbench) })
        }
        for _ in word { keys.add(Self.time { Self.type(.deleteBackward, &workbench) }) }
      }
    }
    return [
      Report.Row(
        what: "10,000 requests: file to first drawn screen", barewire: Text.milliseconds(opening.median),
        goal: "≤ 100 ms", isMet: opening.median <= 100),
      Report.Row(
        what: "10,000 requests: a key of the filter and its frame",
        barewire: "p50 \(Text.number(keys.median)), p99 \(Text.number(keys.percentile(0.99))) ms", goal: "≤ 16 ms",
        isMet: keys.percentile(0.99) <= 16),
    ]
  }

  private static func time(_ body: () -> Void) -> Double {
    let began = Moment.now
    body()
    return began.milliseconds
  }

  private static func type(_ command: TextEditor.Command, _ workbench: inout Workbench) {
    _ = workbench.update(.type(command))
    draw(&workbench)
  }

  private static func draw(_ workbench: inout Workbench) {
    _ = workbench.update(.paneSizes(ScreenLayout(size: size, workbench: workbench).paneSizes))
    let canvas = WorkbenchScreen().draw(workbench, size: size, now: .now())
    Calibration.keep(UInt64(canvas.size.width))
  }

  /// A hundred folders of a hundred requests, with fields, queries, bodies and notes as people have them.
  private static func workspace() -> Workspace {
    var number: UInt64 = 0
    func item(_ content: WorkspaceItem.Content) -> WorkspaceItem {
      number += 1
      return WorkspaceItem(id: WorkspaceItem.ID(number), content: content)
    }
    let folders = (0..<100).map { folder in
      let requests = (0..<100).map { index in
        var request = SavedRequest(
          name: "Request \(folder * 100 + index) of the orders API",
          method: ["GET", "POST", "PUT", "DELETE"][index % 4],
          url: "https://{{host}}/v1/customers/\(folder)/orders/\(index)?page=2&per_page=50")
        request.fields = [NamedValue("Accept", "application/json"), NamedValue("X-Trace", "\(folder)-\(index)")]
        if index % 4 == 1 { request.body = .json("{\n  \"order\": \(index),\n  \"items\": [1, 2, 3]\n}") }
        if index % 10 == 0 { request.note = "What this one is for, in a sentence or two." }
        return item(.request(request))
      }
      return item(.folder(.init(name: "Folder \(folder)", items: requests)))
    }
    return Workspace(
      name: "large", items: folders,
      environments: [VariableEnvironment(name: "local", variables: [NamedValue("host", "127.0.0.1")])])
  }
}
