extension OracleRow {
  /// Answers written by hand, lines that fail, and nobody there.
  static let faults: [OracleRow] = scripted + lines

  private static let scripted = ScriptedAnswers.all.keys.sorted().map { name in
    name.hasPrefix("redirect")
      ? OracleRow(.scripted, "/\(name)", .follow, as: "followed") : OracleRow(.scripted, "/\(name)")
  }

  private static let lines =
    [PeerPlace.delayed, .throttled, .cut, .reset, .resetAtOnce].flatMap { place in
      ["/bytes/5k", "/chunked?count=50&size=100", "/hello"].map { OracleRow(place, $0) }
    } + [
      OracleRow(.stalled, "/bytes/5k", .secondsAtMost("1.5"), as: "waited for"),
      OracleRow(.stalled, "/chunked?count=50&size=100", .secondsAtMost("1.5"), as: "waited for"),
      OracleRow(.nobody, "/"), OracleRow(.nobody, "/", .head, as: "HEAD"),
      OracleRow(.nobody, "/", .text("abc"), as: "POST"),
      OracleRow(.nobody, "/", .resolve("name.test", .nobody), authority: "name.test:PORT", as: "resolved"),
    ]
}
