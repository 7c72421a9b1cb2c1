package import ContentCodings
import TextRopes
package import Workspaces

/// Lists to choose from, toggles, and kinds of body and credentials.
extension RequestEditor {
  /// The methods that are offered; any other token can be typed.
  package static let methods = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY",
  ]

  package static func title(of kind: RequestBody.Kind) -> String {
    switch kind {
    case .none: "none"
    case .text: "text"
    case .json: "JSON"
    case .form: "form fields"
    case .file: "file"
    }
  }

  /// The codings in which a body can be sent.
  static let codings: [ContentCoding] = [.identity, .gzip, .deflate, .br, .zstd]

  package static func title(of coding: ContentCoding) -> String {
    coding == .identity ? "none" : coding.rawValue
  }

  package static func title(of kind: RequestAuth.Kind) -> String {
    switch kind {
    case .none: "none"
    case .basic: "basic"
    case .bearer: "bearer"
    case .digest: "digest"
    }
  }

  package static func title(of redirects: RequestOptions.Redirects) -> String {
    switch redirects {
    case .stop: "show them"
    case .follow: "follow them"
    case .ask: "ask"
    }
  }

  package static func title(of addresses: RequestOptions.Addresses) -> String {
    switch addresses {
    case .any: "IPv6 and IPv4"
    case .ipv4: "only IPv4"
    case .ipv6: "only IPv6"
    }
  }

  /// Enter.
  mutating func activate() -> [Outcome] {
    switch focus {
    case .url:
      if Self.isCurl(Array(draft.url.utf8)) { return [.curlPasted(draft.url)] }
      return [.sendRequested]
    case .method, .bodyKind, .bodyCoding, .authKind, .httpVersion, .redirects, .addresses:
      menu = RequestMenu(control: focus, items: items(of: focus), current: text(of: focus))
      return []
    case .tls(let control): return activate(control)
    case .tabs: return isRaw ? show(raw: true) : moveFocus(.down)
    case .cell(_, _, .toggle), .verifiesCertificates, .usesNewConnection: return toggle()
    case .cell(let table, let row, .name):
      setFocus(.cell(table, row: row, .value))
      return []
    case .cell(let table, let row, .value):
      // On to the next name, at the end to the row for a new entry.
      setFocus(table == .automaticFields ? .cell(table, row: row + 1, .value) : .cell(table, row: row + 1, .name))
      return []
    case .bodyText, .bodyContentType, .bodyPath, .user, .password, .token, .limit, .socketPath, .proxy,
      .networkCondition:
      step(by: 1)
      return []
    case .raw: return []
    }
  }

  mutating func toggle() -> [Outcome] {
    switch focus {
    case .cell(let table, let row, _): return toggleRow(table, row)
    case .verifiesCertificates, .usesNewConnection: remember(.options(draft.options))
    case .tls(let control): return toggle(control)
    default: return focus.kind == .choice ? activate() : []
    }
    switch focus {
    case .verifiesCertificates: draft.options.verifiesCertificates.toggle()
    case .usesNewConnection: draft.options.usesNewConnection.toggle()
    default: break
    }
    return changed()
  }

  private mutating func activate(_ control: TLSControl) -> [Outcome] {
    switch control.value {
    case .version: menu = RequestMenu(control: focus, items: items(of: focus), current: text(of: focus))
    case .toggle: return toggle(control)
    case .text, .list, .protocols: step(by: 1)
    }
    return []
  }

  private mutating func toggle(_ control: TLSControl) -> [Outcome] {
    guard case .toggle(let path) = control.value else { return control.kind == .choice ? activate(control) : [] }
    remember(.options(draft.options))
    draft.options.tls[keyPath: path].toggle()
    return changed()
  }

  /// What a command does while a list is open; nil where it closes the list and goes its usual way.
  mutating func performInMenu(_ command: Command) -> [Outcome]? {
    switch command {
    case .move(.up), .text(.move(.up)), .previous: menu?.move(by: -1)
    case .move(.down), .text(.move(.down)), .next: menu?.move(by: 1)
    case .text(.move(.pageUp)), .text(.move(.documentStart)), .text(.move(.lineStart)): menu?.move(by: -100)
    case .text(.move(.pageDown)), .text(.move(.documentEnd)), .text(.move(.lineEnd)): menu?.move(by: 100)
    case .scroll(let lines): menu?.move(by: lines)
    case .activate, .toggle, .text(.newline), .text(.insert(" ")): return choose(menu?.selected ?? 0)
    case .choose(let index): return choose(index)
    case .move(.left), .move(.right), .text(.move(.left)), .text(.move(.right)): menu = nil
    default:
      menu = nil
      return nil
    }
    return []
  }

  private mutating func choose(_ index: Int) -> [Outcome] {
    guard let menu, let item = menu.items[safe: index] else { return [] }
    self.menu = nil
    switch menu.control {
    case .method: return perform(.setMethod(item))
    case .bodyKind: return RequestBody.Kind.allCases[safe: index].map { setBodyKind($0) } ?? []
    case .bodyCoding: return Self.codings[safe: index].map { perform(.setBodyCoding($0)) } ?? []
    case .authKind: return RequestAuth.Kind.allCases[safe: index].map { setAuthKind($0) } ?? []
    case .httpVersion:
      return RequestOptions.HTTPVersion.allCases[safe: index].map { perform(.setHTTPVersion($0)) } ?? []
    case .redirects: return choose(\.redirects, at: index)
    case .addresses: return choose(\.addresses, at: index)
    case .tls(let control):
      guard case .version(let path) = control.value else { return [] }
      let tls: WritableKeyPath<RequestOptions, RequestTLS> = \.tls
      return choose(tls.appending(path: path), at: index)
    default: return []
    }
  }

  private mutating func choose<Value: CaseIterable>(
    _ path: WritableKeyPath<RequestOptions, Value>, at index: Int
  ) -> [Outcome] {
    guard let value = Array(Value.allCases)[safe: index] else { return [] }
    remember(.options(draft.options))
    draft.options[keyPath: path] = value
    return changed()
  }

  private func items(of control: RequestControl) -> [String] {
    switch control {
    case .method: Self.methods
    case .bodyKind: RequestBody.Kind.allCases.map(Self.title)
    case .bodyCoding: Self.codings.map(Self.title)
    case .authKind: RequestAuth.Kind.allCases.map(Self.title)
    case .httpVersion: RequestOptions.HTTPVersion.allCases.map { "HTTP/" + $0.rawValue }
    case .redirects: RequestOptions.Redirects.allCases.map(Self.title)
    case .addresses: RequestOptions.Addresses.allCases.map(Self.title)
    case .tls: RequestTLS.Version.allCases.map(TLSControl.title)
    default: []
    }
  }

  /// Changes the kind; what was typed for the other kind waits, and a text goes along to another kind of text.
  mutating func setBodyKind(_ kind: RequestBody.Kind) -> [Outcome] {
    guard kind != draft.body.kind else { return [] }
    remember(.body(draft.body))
    let text = textOfBody
    otherBodies[draft.body.kind] = draft.body
    let other = otherBodies[kind]
    switch kind {
    case .none: draft.body = .none
    case .text:
      var type: String?
      if case .text(let old, let oldType) = other {
        type = oldType
        draft.body = .text(text.isEmpty ? old : text, contentType: type)
      } else {
        draft.body = .text(text, contentType: nil)
      }
    case .json:
      if text.isEmpty, case .json(let old) = other { draft.body = .json(old) } else { draft.body = .json(text) }
    case .form: draft.body = other ?? .form([])
    case .file: draft.body = other ?? .file(path: "", contentType: nil)
    }
    forgetCells()
    fitFocus()
    return changed()
  }

  mutating func setAuthKind(_ kind: RequestAuth.Kind) -> [Outcome] {
    guard kind != draft.auth.kind else { return [] }
    remember(.auth(draft.auth))
    otherAuths[draft.auth.kind] = draft.auth
    switch kind {
    case .none: draft.auth = .none
    case .basic: draft.auth = otherAuths[kind] ?? .basic(user: "", password: "")
    case .bearer: draft.auth = otherAuths[kind] ?? .bearer(token: "")
    case .digest: draft.auth = otherAuths[kind] ?? .digest(user: "", password: "")
    }
    fitFocus()
    return changed()
  }
}
