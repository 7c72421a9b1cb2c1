/// A place of the request pane that can have the focus.
package enum RequestControl: Sendable, Hashable {
  case method, url
  /// The bar of views and sections.
  case tabs
  case cell(RequestTable, row: Int, RequestColumn)
  case bodyKind, bodyCoding, bodyText, bodyContentType, bodyPath
  case authKind, user, password, token
  case httpVersion, redirects, addresses, socketPath, proxy, networkCondition, verifiesCertificates, usesNewConnection
  case limit(RequestLimit)
  case tls(TLSControl)
  /// The raw bytes.
  case raw

  /// Whether its text lets somebody in, and so is seen only where it is edited.
  var isSecret: Bool {
    switch self {
    case .password, .token, .tls(.passphrase): true
    default: false
    }
  }

  /// What the keys do at a control.
  package enum Kind: Sendable, Hashable {
    case text(TextEditor.Mode)
    /// On or off.
    case toggle
    /// One of a few values, from a list.
    case choice
    case tabs
  }

  package var kind: Kind {
    switch self {
    case .method, .url, .bodyContentType, .bodyPath, .user, .password, .token, .limit, .socketPath, .proxy,
      .networkCondition, .cell(_, _, .name), .cell(_, _, .value):
      .text(.singleLine)
    case .bodyText: .text(.multiLine)
    case .raw: .text(.bytes)
    case .cell(_, _, .toggle), .verifiesCertificates, .usesNewConnection: .toggle
    case .bodyKind, .bodyCoding, .authKind, .httpVersion, .redirects, .addresses: .choice
    case .tls(let control): control.kind
    case .tabs: .tabs
    }
  }
}
