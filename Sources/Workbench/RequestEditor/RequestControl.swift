/// A place of the request pane that can have the focus.
package enum RequestControl: Sendable, Hashable {
  case method, url
  /// The bar of views and sections.
  case tabs
  case cell(RequestTable, row: Int, RequestColumn)
  case bodyKind, bodyText, bodyContentType, bodyPath
  case authKind, user, password, token
  case httpVersion, connectTimeout, idleTimeout, followsRedirects, verifiesCertificates, usesNewConnection
  /// The raw bytes.
  case raw

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
    case .method, .url, .bodyContentType, .bodyPath, .user, .password, .token, .connectTimeout, .idleTimeout,
      .cell(_, _, .name), .cell(_, _, .value):
      .text(.singleLine)
    case .bodyText: .text(.multiLine)
    case .raw: .text(.bytes)
    case .cell(_, _, .toggle), .followsRedirects, .verifiesCertificates, .usesNewConnection: .toggle
    case .bodyKind, .authKind, .httpVersion: .choice
    case .tabs: .tabs
    }
  }
}

/// A table of names and values in the form.
package enum RequestTable: Sendable, Hashable, CaseIterable {
  case parameters
  /// The user's header fields.
  case fields
  /// The fields that Barewire adds by itself.
  case automaticFields
  /// The entries of a form body.
  case form
}

/// A column of a table.
package enum RequestColumn: Sendable, Hashable, CaseIterable {
  case toggle, name, value
}

/// A part of the form.
package enum RequestSection: Sendable, Hashable, CaseIterable {
  case params, headers, body, auth, options

  package var title: String {
    switch self {
    case .params: "Params"
    case .headers: "Headers"
    case .body: "Body"
    case .auth: "Auth"
    case .options: "Options"
    }
  }
}
