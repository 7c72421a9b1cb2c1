import Documents
import Exchanges
import HTTPMessages
import Workspaces

/// Comparing two exchanges, or requests that were never sent.
extension Workbench {
  /// More than these are not offered at once.
  private static let offered = 9

  mutating func performOnComparison(_ command: Command) -> [Effect] {
    switch command {
    case .markForComparison: return mark()
    case .compare: return focus == .tree ? compareRequestAtCursor() : offerComparison()
    case .showDifference:
      guard viewer.comparison != nil else { return offerComparison() }
      focus = .body
      return viewer.show(.difference).map(Effect.window)
    case .nextDifference: return stepDifference(isBackward: false)
    case .previousDifference: return stepDifference(isBackward: true)
    case .compareOtherMessages:
      guard viewer.comparison?.hasRequestsOnly != true else {
        message = .note("These requests were not sent: there are no responses to compare")
        return []
      }
      return change { $0.message = $0.message == .request ? .response : .request }
    case .compareBeside:
      let columns = viewer.body.columns
      return change { $0.turn(columns: columns) }
    case .compareByRows: return change { $0.isByStructure.toggle() }
    default: return []
    }
  }

  private mutating func change(_ body: (inout Comparison) -> Void) -> [Effect] {
    guard viewer.view == .difference else {
      message = .note("Nothing is compared: = chooses what to compare with")
      return []
    }
    return viewer.changeComparison(body).map(Effect.window)
  }

  private mutating func stepDifference(isBackward: Bool) -> [Effect] {
    guard viewer.view == .difference, let key = viewer.body.key else {
      message = .note("Nothing is compared: = chooses what to compare with")
      return []
    }
    return [.stepDifference(key, row: viewer.body.cursor, isBackward: isBackward)]
  }

  // MARK: Choosing

  private mutating func mark() -> [Effect] {
    if focus == .tree {
      guard let draft = requestAtCursor else {
        message = .note("Only a request can be marked")
        return []
      }
      marked = .request(draft)
      message = .note("Marked “\(tree.rowAtCursor?.name ?? "")”: = on another request, or on an exchange, compares")
    } else if let id = viewer.exchange {
      marked = .exchange(id)
      message = .note("Marked \(title(of: id)): = on another exchange, or on a request in the tree, compares")
    } else {
      message = .note("There is no exchange to mark yet")
    }
    return []
  }

  private mutating func compareRequestAtCursor() -> [Effect] {
    guard let draft = requestAtCursor else {
      message = .note("Only a request can be compared")
      return []
    }
    guard let marked, marked != .request(draft) else {
      message = .note("Mark another request with m, or an exchange, then press = here")
      return []
    }
    return compare(marked, with: .request(draft))
  }

  /// Offers the marked one, the exchange before that was made from the same request, those of other tabs, then the newest.
  private mutating func offerComparison() -> [Effect] {
    guard let shown = viewer.exchange, history[shown] != nil else {
      message = .note("There is no exchange to compare yet: send a request")
      return []
    }
    var options: [Choice.Option] = []
    if let marked, marked != .exchange(shown) {
      options.append(.init(title: "marked: \(title(of: marked))", answer: .compare(marked)))
    }
    let others = history.records.filter { $0.id != shown }.reversed()
    let request = history[shown]?.request
    let sameRequest = others.filter { $0.id < shown && $0.request.name == request?.name }.prefix(1).map(\.id)
    let inTabs = tabs.all.compactMap(\.viewer.exchange).filter { id in id != shown && history[id] != nil }
    var offered: Set<ExchangeID> = []
    for id in (sameRequest + inTabs + others.map(\.id)) where offered.count <= Self.offered {
      guard offered.insert(id).inserted else { continue }
      options.append(.init(title: title(of: id), answer: .compare(.exchange(id))))
    }
    guard !options.isEmpty else {
      message = .note("There is nothing to compare with yet: send again, or mark a request in the tree with m")
      return []
    }
    popup = .choice(Choice(title: "Compare \(title(of: shown)) with", lines: [], options: options))
    return []
  }

  private func title(of mark: ComparisonMark) -> String {
    switch mark {
    case .exchange(let id): title(of: id)
    case .request(let id): "the request “\(request(of: id)?.name ?? "?")”"
    }
  }

  /// As in `3  GET /hello  200`.
  private func title(of id: ExchangeID) -> String {
    let number = history.position(of: id).map { "\($0.number)  " } ?? ""
    guard let summary = history[id]?.summary else { return number + (history[id]?.request.name ?? "") }
    return number + "\(summary.requestMethod) \(summary.requestTarget)"
      + (summary.statusCode.map { "  \($0)" } ?? "")
  }

  private func request(of id: DraftID) -> SavedRequest? {
    if let draft = drafts[id]?.draft { return draft }
    if case .item(let item) = id { return tree.request(item) }
    return nil
  }

  // MARK: Comparing

  /// Compares the exchange on the screen with something that was offered.
  mutating func compareShown(with other: ComparisonMark) -> [Effect] {
    viewer.exchange.map { compare(other, with: .exchange($0)) } ?? []
  }

  private mutating func compare(_ one: ComparisonMark, with other: ComparisonMark) -> [Effect] {
    var requests: [RecordedRequest] = []
    func identity(_ mark: ComparisonMark) -> ExchangeID? {
      switch mark {
      case .exchange(let id): return history[id] == nil ? nil : id
      case .request(let draft):
        guard let request = request(of: draft) else { return nil }
        let path: String? = if case .item(let item) = draft { tree.path(of: item) } else { nil }
        let id = takeExchangeID()
        requests.append(RecordedRequest(id: id, source: source(of: request, in: path)))
        return id
      }
    }
    guard var before = identity(one), var after = identity(other) else {
      message = .note("What was marked is no longer there")
      return []
    }
    let forgotten = tabs.shown.recordedRequests.map(Effect.forget)
    tabs.shown.recordedRequests = requests.map(\.id)
    if requests.isEmpty {
      // The older one comes first.
      if after < before { swap(&before, &after) }
      return forgotten + show(Comparison(before: before, after: after, message: .response))
    }
    let comparison = Comparison(before: before, after: after, message: .request, hasRequestsOnly: true)
    return forgotten + [.record(requests, for: comparison)]
  }

  /// Shows a comparison whose messages are recorded.
  mutating func show(_ comparison: Comparison) -> [Effect] {
    focus = .body
    return viewer.compare(comparison).map(Effect.window)
  }

  /// Shows the bytes of the row under the cursor on the wire of the exchange that has them.
  mutating func showComparedBytes() -> [Effect] {
    guard let comparison = viewer.comparison, let row = viewer.body.rowAtCursor else { return [] }
    let place = row.source.map { ($0, comparison.after) } ?? row.otherSource.map { ($0, comparison.before) }
    guard let (bytes, exchange) = place else {
      message = .note("This row shows no bytes as they were sent")
      return []
    }
    let effects = viewer.showOnWire(exchange).map(Effect.window)
    viewer.highlight = bytes
    if let connection = history[exchange]?.summary?.connection?.id { connectionPanel.show(connection) }
    return effects + locateHighlight()
  }
}
