import BenchmarkSupport
import Glibc

/// One line of a hundred megabytes, shown and scrolled.
struct LineBenchmark: Benchmark {
  let name = "line"
  let summary = "one line of 100 MB as text, wrapped, in hex and as JSON: its end, and steps through it"

  private static let size = 100_000_000

  func measure(in folder: TemporaryFolder) async throws -> [Report.Row] {
    let text = folder.file("line")
    try OutputFile.write(text) { piece in
      piece = Array(String(repeating: "a line without an end, in words; ", count: Self.size / 33).utf8)
      return false
    }
    let json = folder.file("json")
    try JSONInput.minified.write(json, size: Self.size)
    return try [
      ("as text", text, "text/plain", "text", 0), ("as text, wrapped", text, "text/plain", "text", 100),
      ("in hex", text, "text/plain", "hex", 0), ("of JSON", json, "application/json", "pretty", 0),
      ("of JSON, wrapped", json, "application/json", "pretty", 100),
    ].map { title, path, type, view, columns in
      let answer = try Worker.measure(LineWork.name, [path, type, view, "\(columns)"], in: folder)
      let worst = max(try answer("p99"), try answer("during"))
      return Report.Row(
        what: "100 MB in one line \(title): its end; a step",
        barewire: "\(Text.milliseconds(try answer("end"))); p50 \(Text.number(try answer("p50"))), "
          + "p99 \(Text.number(try answer("p99"))) ms",
        beside: "while it is read p99 \(Text.milliseconds(try answer("during"))), "
          + "\(Text.number(try answer("rows"), digits: 0)) rows, peak \(Text.mebibytes(try answer("peak")))",
        goal: "≤ 16 ms", isMet: worst <= 16)
    }
  }
}
