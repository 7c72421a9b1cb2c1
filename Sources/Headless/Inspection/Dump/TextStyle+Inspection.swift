import HTTPMessages

extension MessagePart {
  /// How the part looks in a dump.
  var textStyle: TextStyle {
    switch self {
    case .method, .statusCode: .boldCyan
    case .target, .version, .reason: .cyan
    case .fieldName, .trailerName: .magenta
    case .fieldValue, .trailerValue: .plain
    case .chunkSize, .chunkExtension: .brightBlue
    case .content: .green
    case .leftover: .red
    case .colon, .semicolon, .whitespace, .lineEnd, .blankLine: .dim
    }
  }
}

extension Diagnostic.Severity {
  /// How a finding looks in a dump.
  var textStyle: TextStyle {
    switch self {
    case .error: .boldRed
    case .warning: .boldYellow
    case .note: .boldBlue
    }
  }

  /// What underlines its bytes.
  var mark: String {
    switch self {
    case .error: "^"
    case .warning: "~"
    case .note: "-"
    }
  }
}
