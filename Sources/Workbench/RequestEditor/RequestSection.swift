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
