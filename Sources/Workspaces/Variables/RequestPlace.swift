/// A place in a request's form, named in errors so that a person finds it.
package enum RequestPlace: Sendable, Hashable {
  case method, url, body, bodyFile, contentType, user, password, token, socketPath, proxy
  /// The option that these words name.
  case option(String)
  case fieldName(String)
  /// The value of the field of this name.
  case fieldValue(String)
  /// The name or value of this entry of a body of form fields.
  case formEntry(String)

  /// The place in words, fit for "in …".
  package var words: String {
    switch self {
    case .method: "the method"
    case .url: "the URL"
    case .body: "the body"
    case .bodyFile: "the path of the body's file"
    case .contentType: "the body's content type"
    case .user: "the user name under Auth"
    case .password: "the password under Auth"
    case .token: "the token under Auth"
    case .socketPath: "the socket's path under Options"
    case .proxy: "the proxy under Options"
    case .option(let words): "“\(words)” under Options"
    case .fieldName(let name): "the field name “\(name)”"
    case .fieldValue(let name): "the value of the field “\(name)”"
    case .formEntry(let name): "the form entry “\(name)”"
    }
  }
}
