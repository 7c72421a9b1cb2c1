/// How a request says who sends it.
package enum RequestAuth: Sendable, Hashable {
  case none
  case basic(user: String, password: String)
  case bearer(token: String)

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case none, basic, bearer
  }

  package var kind: Kind {
    switch self {
    case .none: .none
    case .basic: .basic
    case .bearer: .bearer
    }
  }
}
