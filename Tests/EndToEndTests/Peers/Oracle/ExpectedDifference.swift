/// Rows in which Barewire differs from curl, and why it should.
///
/// Of curl 7.88 as Debian has it: a newer one may have learned something.
struct ExpectedDifference: Sendable {
  let rows: [String]
  let aspects: Set<OracleAnswer.Aspect>
  let reason: String

  init(_ aspects: OracleAnswer.Aspect..., because reason: String, rows: [String]) {
    (self.rows, self.aspects, self.reason) = (rows, Set(aspects), reason)
  }

  static let all = tellingMore + showingMore + readingOtherwise + redirecting

  private static let tellingMore = [
    ExpectedDifference(
      .outcome, because: "curl passes over a broken rule; Barewire shows the same answer and names the rule",
      rows: [
        "practice /broken/lf-in-chunk", "practice /broken/long", "practice /broken/two-lengths",
        "practice /broken/length-and-chunked", "practice /broken/space-before-colon", "practice /broken/lf-only",
        "practice /broken/obs-fold", "practice /broken/escape-codes", "scripted /bare-cr", "scripted /chunk-space",
        "scripted /empty-name", "scripted /identity", "scripted /huge-length", "scripted /signed-length",
        "scripted /version-2",
      ]),
    ExpectedDifference(
      .outcome, because: "curl does not notice that compressed content ends too early",
      rows: ["practice /broken/cut-gzip decoded", "practice /broken/cut-zstd decoded"]),
  ]

  private static let showingMore = [
    ExpectedDifference(
      .body, because: "curl gives up at what it cannot read; Barewire shows what came",
      rows: [
        "practice /broken/no-colon", "practice /broken/bad-status", "practice /broken/nul-in-header",
        "practice /broken/garbage", "practice /broken/corrupt-br decoded", "scripted /negative-length",
        "scripted /no-head", "scripted /word-length",
      ]),
    ExpectedDifference(
      .body, .status, because: "the same, in the start line", rows: ["scripted /status-1000", "scripted /version-9"]),
    ExpectedDifference(
      .body, .outcome, because: "curl takes no head of 1 MiB; Barewire has room for it",
      rows: ["practice /broken/huge-header"]),
    ExpectedDifference(
      .status, .body, .outcome, because: "curl takes a head without its end for a whole one (RFC 9112 §8)",
      rows: ["practice /broken/no-blank-line", "scripted /half-head"]),
  ]

  private static let readingOtherwise = [
    ExpectedDifference(
      .status, .body, .outcome, because: "a higher minor version is read as HTTP/1.1 (RFC 9110 §6.2)",
      rows: ["scripted /version-1.2"]),
    ExpectedDifference(
      .status, .body, .outcome, because: "the version's name is in capitals (RFC 9112 §2.3); curl takes any",
      rows: ["scripted /lower-case"]),
    ExpectedDifference(
      .status, .body, .outcome, because: "curl takes an empty line before the start line for HTTP/0.9",
      rows: ["scripted /empty-lines"]),
    ExpectedDifference(
      .status, .body, .outcome, because: "curl refuses a status below 100; Barewire shows the answer",
      rows: ["scripted /status-99"]),
    ExpectedDifference(
      .body, because: "Barewire writes trailers with --include, as curl does; here curl was asked for content alone",
      rows: ["practice /chunked?count=500&size=7&trailers=1", "scripted /chunk-extension"]),
  ]

  private static let redirecting = [
    ExpectedDifference(
      .body,
      because: "curl sends PUT again but without its content; RFC 9110 §15.4 lets only POST change",
      rows: [301, 302].map { "practice /redirect-to?url=/sink&status=\($0) PUT followed" }),
    ExpectedDifference(
      .status, .body, because: "curl follows a Location of any 3xx; Barewire the five that mean it",
      rows: ["300", "304", "305"].map { "scripted /redirect-\($0) followed" }),
  ]
}
