import ContentCodings
import TextRopes
import Workspaces

/// Which part of the draft each control's text is.
extension RequestEditor {
  /// A control's text in the draft.
  package func text(of control: RequestControl) -> String {
    switch control {
    case .method: draft.method
    case .url: draft.url
    case .cell(let table, let row, let column):
      switch column {
      case .toggle: ""
      case .name: entries(of: table)[safe: row]?.name ?? ""
      case .value: entries(of: table)[safe: row]?.value ?? ""
      }
    case .bodyText:
      String(textOfBody)
    case .bodyContentType:
      switch draft.body {
      case .text(_, let type), .file(_, let type): type ?? ""
      case .none, .json, .form: ""
      }
    case .bodyPath: if case .file(let path, _) = draft.body { path } else { "" }
    case .user: draft.auth.login?.user ?? ""
    case .password: draft.auth.login?.password ?? ""
    case .token: if case .bearer(let token) = draft.auth { token } else { "" }
    case .limit(let limit): String(draft.options[keyPath: limit.path])
    case .socketPath: draft.options.socketPath
    case .proxy: draft.options.proxy
    case .networkCondition: draft.options.networkCondition
    case .tls(let control): control.text(in: draft.options.tls)
    case .redirects: Self.title(of: draft.options.redirects)
    case .addresses: Self.title(of: draft.options.addresses)
    case .bodyKind: Self.title(of: draft.body.kind)
    case .bodyCoding: Self.title(of: draft.options.contentCoding)
    case .authKind: Self.title(of: draft.auth.kind)
    case .httpVersion: "HTTP/" + draft.options.httpVersion.rawValue
    case .tabs, .verifiesCertificates, .usesNewConnection, .raw: ""
    }
  }

  /// The body's text, which may be of any size; empty for other kinds of body.
  var textOfBody: TextRope {
    switch draft.body {
    case .text(let text, _), .json(let text): text
    case .none, .form, .file: TextRope()
    }
  }

  /// Puts the focused editor's text into the draft.
  mutating func storeFocused() -> [Outcome] {
    guard let editor = focusedEditor else { return [] }
    if focus == .bodyText { return storeBody(editor.rope) }
    return store(editor.text, to: focus)
  }

  private mutating func storeBody(_ text: TextRope) -> [Outcome] {
    switch draft.body {
    case .text(_, let type): draft.body = .text(text, contentType: type)
    case .json: draft.body = .json(text)
    case .none, .form, .file: break
    }
    return changed()
  }

  /// Puts a text into the draft from elsewhere than its editor.
  mutating func setText(_ text: String, of control: RequestControl, rememberingPart part: Part) -> [Outcome] {
    remember(part)
    let outcomes = store(text, to: control)
    openEditor()
    return outcomes
  }

  private mutating func store(_ text: String, to control: RequestControl) -> [Outcome] {
    switch control {
    case .method: draft.method = text
    case .url:
      draft.url = text
      parameters.read(text)
      draft.disabledParameters = parameters.disabled
    case .cell(let table, let row, let column): store(text, to: table, row: row, column: column)
    case .bodyText: return storeBody(TextRope(text))
    case .bodyContentType:
      let type = text.isEmpty ? nil : text
      switch draft.body {
      case .text(let body, _): draft.body = .text(body, contentType: type)
      case .file(let path, _): draft.body = .file(path: path, contentType: type)
      case .none, .json, .form: break
      }
    case .bodyPath:
      if case .file(_, let type) = draft.body { draft.body = .file(path: text, contentType: type) }
    case .user:
      draft.auth.setLogin(user: text)
    case .password:
      draft.auth.setLogin(password: text)
    case .token: draft.auth = .bearer(token: text)
    case .limit(let limit):
      switch limit.number(in: text) {
      case .success(let number): draft.options[keyPath: limit.path] = number
      case .failure(let sentence): return [.problem(sentence.text)]
      }
    case .socketPath: draft.options.socketPath = text
    case .proxy: draft.options.proxy = text
    case .networkCondition: draft.options.networkCondition = text
    case .tls(let control): control.store(text, in: &draft.options.tls)
    case .tabs, .bodyKind, .bodyCoding, .authKind, .httpVersion, .redirects, .addresses, .verifiesCertificates,
      .usesNewConnection, .raw:
      return []
    }
    return changed()
  }
}
