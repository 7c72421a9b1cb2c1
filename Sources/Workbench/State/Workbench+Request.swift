import Exchanges
import Workspaces

/// Editing and sending the open request.
extension Workbench {
  // MARK: Editing

  mutating func edit(_ command: RequestEditor.Command) -> [Effect] {
    guard let open, drafts[open] != nil else { return [] }
    let outcomes = drafts[open]?.perform(command) ?? []
    return outcomes.flatMap { take($0, of: open) }
  }

  mutating func paste(_ bytes: [UInt8]) -> [Effect] {
    switch inputContext {
    case .prompt, .palette: type(.insertBytes(bytes))
    case .requestText, .requestLines, .requestBytes, .requestVi, .request: edit(.text(.insertBytes(bytes)))
    default: []
    }
  }

  mutating func take(_ outcome: RequestEditor.Outcome, of id: DraftID) -> [Effect] {
    switch outcome {
    case .draftChanged:
      noteModified()
      return [prepareOpen(), .journal(journalled)].compactMap { $0 }
    case .previewNeeded: return [prepareOpen()].compactMap { $0 }
    case .curlPasted(let text): return [.readCurl(id, text)]
    case .sendRequested: return send()
    case .backToFormRequested(let bytes):
      guard let draft = drafts[id]?.draft else { return [] }
      return [.readForm(id, bytes, source(of: draft, in: openPath))]
    case .copy(let bytes): return [.copy(bytes, what: "selection")]
    case .hexByteRequested:
      popup = .prompt(Prompt(purpose: .insertByte, title: "Byte to insert, in hex (00 to FF)"))
      return []
    case .note(let text):
      message = .note(text)
      return []
    case .externalEditRequested(let control, let text, let ending):
      return [.editExternally(id, control, text, ending: ending)]
    case .layoutRequested(let text, let isMinified): return [.layOutJSON(id, text, isMinified: isMinified)]
    case .run(let command): return update(.command(command))
    case .problem(let text):
      message = .problem(text)
      return []
    }
  }

  /// Asks for the bytes that the open draft makes.
  mutating func prepareOpen() -> Effect? {
    guard let open, let draft = drafts[open]?.draft else { return nil }
    previewGeneration += 1
    return .prepare(open, source(of: draft, in: openPath), generation: previewGeneration)
  }

  mutating func performOnRequest(_ command: Command) -> [Effect] {
    guard let open, let editor = drafts[open] else {
      message = .note("Open a request first")
      return []
    }
    let source = source(of: editor.draft, in: openPath)
    switch command {
    case .send: return send()
    case .toggleRaw:
      focus = .request
      return edit(.toggleRaw)
    case .backToForm: return edit(.backToForm)
    case .editExternally: return edit(.editExternally)
    case .formatJSON: return edit(.layOutJSON(isMinified: false))
    case .minifyJSON: return edit(.layOutJSON(isMinified: true))
    case .copyAsCurl: return [.copyAsCurl(source)]
    case .cancelExchange: return cancelShown()
    case .followRedirect: return followShown()
    case .connect:
      let id = ConnectionID(nextConnection)
      nextConnection += 1
      connectionPanel.byHand = nil
      connectionPanel.show(id)
      return [.connect(id, source)]
    case .sendOnConnection: return sendByHand(editor, upToCursor: false)
    case .sendUpToCursor: return sendByHand(editor, upToCursor: true)
    case .closeSending: return onCurrentConnection { [.closeSending($0)] }
    case .closeConnection: return onCurrentConnection { [.close($0)] }
    case .abortConnection: return onCurrentConnection { [.abort($0)] }
    default: return []
    }
  }

  // MARK: Sending

  mutating func send() -> [Effect] {
    guard let open, let draft = drafts[open]?.draft else { return [] }
    let effects = send(draft, from: open, in: tabs.shown.id, path: openPath)
    return effects + viewer.show(lastExchange[open]).map(Effect.window)
  }

  private mutating func send(
    _ request: SavedRequest, from draft: DraftID?, in tab: Tab.ID, path: String?,
    redirects: RedirectChain = RedirectChain(), after before: ExchangeID? = nil, answering challenges: [String] = []
  ) -> [Effect] {
    let id = takeExchangeID()
    let forgotten = remember(
      .init(
        id: id, tab: tab, request: request, workspacePath: path, redirects: redirects, redirectedFrom: before,
        summary: nil, isByHand: false))
    if let draft { lastExchange[draft] = id }
    var source = source(of: request, in: path)
    source.challenges = challenges
    return [.send(id, source, after: before)] + forgotten
  }

  /// Adds to the history; what that pushes out is forgotten everywhere.
  private mutating func remember(_ record: ExchangeHistory.Record) -> [Effect] {
    let forgotten = history.append(record, keeping: tabs.all.compactMap(\.viewer.exchange))
    lastExchange = lastExchange.filter { !forgotten.contains($0.value) }
    return forgotten.map(Effect.forget)
  }

  mutating func takeExchangeID() -> ExchangeID {
    defer { nextExchange += 1 }
    return ExchangeID(nextExchange)
  }

  private mutating func cancelShown() -> [Effect] {
    guard let record = exchange, record.isRunning else {
      message = .note("No exchange is under way")
      return []
    }
    return [.cancel(record.id)]
  }

  // MARK: Certificates

  /// Sends the shown exchange's request again, accepting the certificate that was refused: exactly that one.
  mutating func trustRefused(always: Bool) -> [Effect] {
    guard let record = exchange, let certificate = record.summary?.refusedCertificate,
      let endpoint = record.summary?.connection?.endpoint
    else {
      message = .note("No certificate was refused here")
      return []
    }
    var request = record.request
    request.options.tls.acceptedCertificates.append(certificate.sha256Fingerprint)
    let draft = lastExchange.first { $0.value == record.id }?.key
    let effects = send(request, from: draft, in: tabs.shown.id, path: record.workspacePath)
    let exception: [Effect] = always ? [.acceptCertificate(certificate.sha256Fingerprint, of: endpoint)] : []
    return exception + effects + viewer.show(history.records.last?.id).map(Effect.window)
  }

  // MARK: Challenges

  /// Sends a request again, with an answer to the challenge that came for it: once, because the second 401 means that the
  /// answer is wrong.
  private mutating func answerChallenge(of record: ExchangeHistory.Record, _ summary: ExchangeSummary) -> [Effect] {
    guard !record.isByHand, summary.outcome == .complete, !summary.answersChallenge,
      record.request.isAnswering(summary.challenges, status: summary.statusCode)
    else { return [] }
    let draft = lastExchange.first { $0.value == record.id }?.key
    let effects = send(
      record.request, from: draft, in: record.tab, path: record.workspacePath, redirects: record.redirects,
      after: record.id, answering: summary.challenges)
    let new = history.records.last?.id
    return effects + goOn(from: record.id) { _ in new }
  }

  // MARK: Redirects

  private mutating func followShown() -> [Effect] {
    guard let record = exchange else {
      message = .note("This answer has no Location to follow")
      return []
    }
    return follow(record.id)
  }

  /// Follows where an answer leads to, because the user wants it.
  mutating func follow(_ id: ExchangeID) -> [Effect] {
    guard let record = history[id], let summary = record.summary, let location = summary.location else {
      message = .note("This answer has no Location to follow")
      return []
    }
    return [follow(record, location, summary.statusCode ?? 302)]
  }

  private func follow(_ record: ExchangeHistory.Record, _ location: String, _ status: Int) -> Effect {
    .resolveRedirect(
      from: record.id, source(of: record.request, in: record.workspacePath), location: location, status: status)
  }

  /// The redirect that the request's options ask to follow, if any.
  private mutating func automaticRedirect(
    after record: ExchangeHistory.Record, _ summary: ExchangeSummary
  ) -> Effect? {
    guard !record.isByHand, summary.outcome == .complete, let location = summary.location,
      let status = summary.statusCode
    else { return nil }
    let policy = RedirectPolicy(record.request.options)
    switch policy.decision(status: status, location: location, after: record.redirects) {
    case .stay: return nil
    case .follow: return follow(record, location, status)
    case .stop(let sentence), .nowhere(let sentence): message = .problem(sentence)
    case .ask: offer(record.id, location, status)
    }
    return nil
  }

  /// Offers to follow; who looks at something else is only told.
  private mutating func offer(_ id: ExchangeID, _ location: String, _ status: Int) {
    message =
      viewer.exchange == id
      ? .note("the answer (\(status)) leads to \(location)", offering: .followRedirect)
      : .note("An answer leads to \(location)")
  }

  // MARK: The socket by hand

  private mutating func onCurrentConnection(_ effects: (ConnectionID) -> [Effect]) -> [Effect] {
    guard let current = openConnection else {
      message = .note("No connection is open: connect first")
      return []
    }
    return effects(current.id)
  }

  /// Sends the draft's bytes, or those up to the cursor, on the open connection; what was sent before is not repeated.
  private mutating func sendByHand(_ editor: RequestEditor, upToCursor: Bool) -> [Effect] {
    guard let connection = openConnection else {
      message = .note("No connection is open: connect first")
      return []
    }
    guard let all = editor.bytesToSend else {
      message = .problem(editor.preview.problem ?? "The request has no bytes yet")
      return []
    }
    if upToCursor, editor.rawCursor == nil {
      message = .note("Show the raw bytes and put the cursor where sending shall stop")
      return []
    }
    let end = upToCursor ? editor.rawCursor ?? all.count : all.count
    var start = 0
    var id: ExchangeID?
    // Only while the exchange that was begun by hand still waits do more bytes of it make sense.
    if let byHand = connectionPanel.byHand, byHand.connection == connection.id, all.starts(with: byHand.sent),
      byHand.sent.count < all.count, history[byHand.exchange]?.isRunning ?? true
    {
      start = byHand.sent.count
      id = byHand.exchange
    }
    guard start < end else {
      message = .note("Everything up to the cursor has been sent: move it on")
      return []
    }
    var effects: [Effect] = []
    let exchange: ExchangeID
    if let id {
      exchange = id
    } else {
      exchange = takeExchangeID()
      effects = remember(
        .init(
          id: exchange, tab: tabs.shown.id, request: editor.draft, workspacePath: openPath,
          redirects: RedirectChain(), summary: nil, isByHand: true))
      if let open { lastExchange[open] = exchange }
      // The wire view shows at once what went out; an answer may be long in coming.
      effects += viewer.showOnWire(exchange).map(Effect.window)
    }
    connectionPanel.byHand = .init(exchange: exchange, connection: connection.id, sent: Array(all[..<end]))
    message = .note(SentByHand.words(all, start..<end, isAsFrames: connection.hasStreams))
    let method = String(decoding: all.prefix { $0 != 0x20 && $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    return effects + [
      .sendBytes(Array(all[start..<end]), method: method, on: connection.id, as: exchange)
    ]
  }

  // MARK: Answers

  mutating func takeRequestAnswer(_ action: Action) -> [Effect] {
    switch action {
    case .prepared(let id, let generation, let preview, let automaticFields):
      guard generation == previewGeneration else { return [] }
      drafts[id]?.take(preview, automaticFields: automaticFields)
    case .curlRead(let id, .success(var request)):
      guard let old = drafts[id]?.draft else { return [] }
      (request.name, request.note) = (old.name, old.note)
      drafts[id]?.replaceDraft(request)
      message = .note("The curl command is now the request")
      return changed(id)
    case .formRead(let id, .success(let request)):
      drafts[id]?.showForm(request)
      return changed(id)
    case .editedExternally(let id, let control, let original, .success(let text)):
      let outcomes = drafts[id]?.takeEdited(control, original, text) ?? []
      if outcomes.isEmpty { message = .note("The text is as it was") }
      return outcomes.flatMap { take($0, of: id) }
    case .editedExternally(_, _, _, .failure(let sentence)): message = .problem(sentence.text)
    case .jsonLaidOut(let id, let text, let result):
      return drafts[id]?.takeLayout(of: text, result).flatMap { take($0, of: id) } ?? []
    case .curlRead(_, .failure(let sentence)), .redirectResolved(_, .failure(let sentence)),
      .formRead(_, .failure(let sentence)):
      message = .problem(sentence.text)
    case .redirectResolved(let from, .success(let redirect)):
      guard let record = history[from] else { return [] }
      let draft = lastExchange.first { $0.value == from }?.key
      let effects = send(
        redirect.request, from: draft, in: record.tab, path: record.workspacePath,
        redirects: record.redirects.following(redirect, from: record.request.method), after: from)
      tell(redirect.notes)
      let new = history.records.last?.id
      return effects + goOn(from: from) { _ in new }
    case .notSent(let id, let sentence):
      message = .problem(sentence.text)
      history.remove(id)
      for (draft, last) in lastExchange where last == id { lastExchange[draft] = nil }
      let (records, newest) = (history.records, lastExchange)
      return goOn(from: id) { tab in
        tab.open.flatMap { newest[$0] } ?? records.last { $0.tab == tab.id }?.id
      }
    default: break
    }
    return []
  }

  private mutating func tell(_ notes: [Redirect.Note]) {
    if notes.isEmpty { return }
    let text = notes.map(\.description).joined(separator: " ")
    message = notes.contains(where: \.isWarning) ? .problem(text) : .note(text)
  }

  private mutating func changed(_ id: DraftID) -> [Effect] {
    noteModified()
    return (id == open ? [prepareOpen()].compactMap { $0 } : []) + [.journal(journalled)]
  }

  mutating func takeNetworkNews(_ exchanges: [ExchangeSummary], _ connections: [ConnectionSummary]) -> [Effect] {
    var effects: [Effect] = []
    self.connections.update(connections, shown: Set(tabs.all.compactMap(\.connectionPanel.shown)))
    for summary in exchanges {
      guard let before = history.update(summary) else { continue }
      let hasEnded = before.isRunning && !summary.outcome.isRunning
      tabs.change { tab in
        if tab.shows(summary.id), let connection = summary.connection { tab.connectionPanel.show(connection.id) }
        if hasEnded, tab.connectionPanel.byHand?.exchange == summary.id { tab.connectionPanel.byHand = nil }
      }
      if summary.id == viewer.exchange { effects += viewer.refresh().map(Effect.window) }
      if hasEnded {
        if summary.id == viewer.exchange, summary.refusedCertificate != nil {
          message = .problem("The certificate was refused: two commands trust it, once or always")
        }
        if let redirect = automaticRedirect(after: before, summary) { effects.append(redirect) }
        effects += answerChallenge(of: before, summary)
      }
    }
    return effects
  }
}
