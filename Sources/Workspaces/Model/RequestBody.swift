/// What a request carries as content.
package enum RequestBody: Sendable, Hashable {
  case none
  /// Sent as typed, variables resolved; `contentType` nil means `text/plain; charset=utf-8`.
  case text(String, contentType: String?)
  /// Sent as typed, variables resolved, as `application/json`.
  case json(String)
  /// Sent as `application/x-www-form-urlencoded`; entries can be switched off.
  case form([NamedValue])
  /// A file's bytes, streamed when sent; a relative path starts at the workspace file's folder.
  case file(path: String, contentType: String?)

  /// The kind in a word, as the form shows it and the file stores it.
  package var kind: Kind {
    switch self {
    case .none: .none
    case .text: .text
    case .json: .json
    case .form: .form
    case .file: .file
    }
  }

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case none, text, json, form, file
  }
}
