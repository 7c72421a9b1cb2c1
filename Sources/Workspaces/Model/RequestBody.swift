package import TextRopes

/// What a request carries as content.
package enum RequestBody: Sendable, Hashable {
  case none
  /// Sent as typed, variables resolved; `contentType` nil means `text/plain; charset=utf-8`.
  case text(TextRope, contentType: String?)
  /// Sent as typed, variables resolved, as `application/json`.
  case json(TextRope)
  /// Sent as `application/x-www-form-urlencoded`; entries can be switched off.
  case form([NamedValue])
  /// A file's bytes, streamed when sent; a relative path starts at the workspace file's folder.
  case file(path: String, contentType: String?)

  /// As above, for a text that is a string.
  package static func text(_ text: String, contentType: String?) -> RequestBody {
    .text(TextRope(text), contentType: contentType)
  }

  package static func json(_ text: String) -> RequestBody { .json(TextRope(text)) }

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
