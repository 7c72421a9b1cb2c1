import BenchmarkSupport
import PracticeServer

/// Bodies that are too large or too odd for a program that keeps them in memory.
struct BodyBenchmark: Benchmark {
  let name = "bodies"
  let summary = "large bodies received, scrolled to their end and searched"

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let root = try folder.folder("root")
    try folder.textFile("root/text", size: 1 << 30)
    let nginx = try Nginx(root: root, in: folder)
    let server = try await PracticeServer.start()
    var rows: [Report.Row] = []
    rows += try largeRows("1 GiB of text", "/text", nginx.port, folder)
    rows += try largeRows("1 million chunks of 10 bytes", "/chunked?count=1000000&size=10", server.port, folder)
    let answer = try Worker.measure(BodyWork.name, ["\(server.port)", "/json/10M", "pretty"], in: folder)
    rows += [
      Report.Row(
        what: "10 MB of JSON: start to the first pretty rows", barewire: Text.milliseconds(try answer("first")),
        beside: "received after \(Text.milliseconds(try answer("received")))"),
      Report.Row(
        what: "10 MB of JSON: start to the last pretty row", barewire: Text.milliseconds(try answer("end")),
        beside: "\(Text.number(try answer("rows"), digits: 0)) rows, peak \(Text.mebibytes(try answer("peak")))"),
    ]
    await server.stop()
    return rows
  }

  private func largeRows(
    _ title: String, _ target: String, _ port: Int, _ folder: TemporaryFolder
  ) throws -> [Report.Row] {
    let answer = try Worker.measure(BodyWork.name, ["\(port)", target, "text"], in: folder)
    let peak = try answer("peak")
    return [
      Report.Row(
        what: "\(title): received / last row / searched",
        barewire: [try answer("received"), try answer("end"), try answer("search")]
          .map { "\(Text.number($0 / 1000))" }.joined(separator: " / ") + " s",
        beside:
          "\(Text.number(try answer("rows"), digits: 0)) rows; a window in \(Text.milliseconds(try answer("answer"))) (p99)"
      ),
      Report.Row(
        what: "\(title): peak memory", barewire: Text.mebibytes(peak), goal: "< 100 MB", isMet: peak < 100e6),
    ]
  }
}
