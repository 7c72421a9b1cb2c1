/// How a request says who sends it.
package enum RequestAuth: Sendable, Hashable {
  case none
  case basic(user: String, password: String)
  case bearer(token: String)
  /// A hash that answers a server's challenge (RFC 7616); an empty user stands for the URL's.
  case digest(user: String, password: String)

  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case none, basic, bearer, digest
  }

  package var kind: Kind {
    switch self {
    case .none: .none
    case .basic: .basic
    case .bearer: .bearer
    case .digest: .digest
    }
  }

  /// The user and the password, of the kinds that have them.
  package var login: (user: String, password: String)? {
    switch self {
    case .basic(let user, let password), .digest(let user, let password): (user, password)
    case .none, .bearer: nil
    }
  }

  /// Puts in another user or password, where there are any.
  package mutating func setLogin(user: String? = nil, password: String? = nil) {
    switch self {
    case .basic(let oldUser, let oldPassword):
      self = .basic(user: user ?? oldUser, password: password ?? oldPassword)
    case .digest(let oldUser, let oldPassword):
      self = .digest(user: user ?? oldUser, password: password ?? oldPassword)
    case .none, .bearer: break
    }
  }
}
