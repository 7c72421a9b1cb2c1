import Connections
import Documents
import Exchanges
import HTTPMessages
import Headless
import Recordings
import TextRopes
import Workbench
import Workspaces

/// Hands each effect to the actor that does it, and answers with actions.
///
/// Effects that need an order among themselves (previews, windows, journal writes) rely on their generations or go
/// through one task; everything else runs side by side, so that a slow disk or name server delays only its own answer.
@MainActor
final class EffectRunner {
  private let services: Services
  private let answer: @MainActor (Action) -> Void
  private var exchanges: [ExchangeID: Task<Void, Never>] = [:]
  private var reading: [Tab.ID: Reading] = [:]
  private var headers = QuestionLine<DocumentPane.Request>()
  private var body = QuestionLine<DocumentPane.Request>()
  private var previews = QuestionLine<Preparation>()
  private let journal: JournalWriter

  init(services: Services, answer: @escaping @MainActor (Action) -> Void) {
    self.services = services
    self.answer = answer
    journal = JournalWriter(services.journal)
  }

  /// Runs an effect for the tab that asks for it; those of the terminal and of leaving are the program's own.
  func run(_ effect: Effect, for tab: Tab.ID) {
    switch effect {
    case .loadWorkspaces, .save, .createWorkspace, .journal: runOnWorkspaces(effect)
    case .prepare, .readCurl, .readForm, .layOutJSON, .copyAsCurl, .resolveRedirect: runOnRequest(effect)
    case .send, .cancel, .connect, .sendBytes, .closeSending, .close, .abort, .forget, .acceptCertificate:
      runOnNetwork(effect)
    case .window, .search, .countMatches, .stopSearch, .filter, .stopFilter, .locate, .goTo, .fold, .follow, .namePath,
      .namePart, .toggleReading, .saveBody, .saveBytes, .saveSelection, .record, .stepDifference, .decode,
      .endTab:
      runOnDocuments(effect, for: tab)
    case .keepLayout(let shares): Task { [services] in await services.layout.write(shares) }
    case .copy, .copyText, .copyValue, .copyBody, .copyBytes, .openSettings, .setTheme, .findJumpTargets, .resize,
      .redraw, .editExternally, .showOutside, .stopShowingOutside, .suspend, .quit:
      break
    }
  }

  /// Ends what is under way and writes what the journal still has to.
  func finish() async {
    let filters = reading.values.compactMap { $0.filter?.task }
    for reading in reading.values { reading.cancel() }
    for task in exchanges.values { task.cancel() }
    await journal.flush()
    // A command's processes end before the program does.
    for filter in filters { await filter.value }
  }

  // MARK: Workspaces

  private func runOnWorkspaces(_ effect: Effect) {
    let store = services.workspaces
    switch effect {
    case .loadWorkspaces(let path):
      Task { [services, answer] in
        answer(.loaded(await store.load(), only: path))
        // Only the first reading asks about drafts that a dead process left.
        if path != nil { return }
        let left = await services.journal.read()
        if !left.isEmpty { answer(.journalFound(left)) }
      }
    case .save(let workspace, let path, let version):
      inBackground {
        do throws(WorkspaceError) {
          let version = try await store.save(workspace, to: path, expecting: version)
          return [.saved(workspace, path: path, version: version)]
        } catch {
          return [.saveFailed(path: path, message: error.description, isConflict: error.isConflict)]
        }
      }
    case .createWorkspace(let name):
      inBackground {
        do throws(WorkspaceError) {
          let file = try await store.create(named: name)
          return [.saved(file.workspace, path: file.path, version: file.version)]
        } catch {
          return [.message(.problem(error.description))]
        }
      }
    case .journal(let drafts): journal.write(drafts)
    default: break
    }
  }

  // MARK: Requests

  private func runOnRequest(_ effect: Effect) {
    let composing = services.composing
    switch effect {
    case .prepare(let id, let source, let generation):
      prepare(Preparation(draft: id, source: source, generation: generation))
    case .readCurl(let id, let text):
      do throws(CurlError) {
        answer(.curlRead(id, .success(try CurlCommand.parse(text))))
      } catch {
        answer(.curlRead(id, .failure(Sentence(error.description))))
      }
    case .readForm(let id, let bytes, let source):
      inBackground {
        let composer = await composing.composer(for: source)
        do throws(RawRequestError) {
          let form = try RawRequestReader.form(from: bytes, keeping: source.request, composer: composer)
          return [.formRead(id, .success(form))]
        } catch {
          return [.formRead(id, .failure(Sentence(error.description)))]
        }
      }
    case .layOutJSON(let id, let text, let isMinified):
      inBackground {
        let result = await composing.layOut(text, isMinified: isMinified)
        return [.jsonLaidOut(id, of: text, result)]
      }
    case .resolveRedirect(let id, let source, let location, let status):
      inBackground {
        [.redirectResolved(from: id, await composing.redirect(after: source, location: location, status: status))]
      }
    default: break
    }
  }

  /// Makes a draft's bytes, of those that are asked for only the newest.
  private func prepare(_ preparation: Preparation) {
    guard var next = previews.begin(preparation) else { return }
    Task { [services, answer] in
      if next.source.request.isLarge {
        // Whoever types in a large body does not look at its raw bytes with each key.
        try? await Task.sleep(for: .milliseconds(300))
        next = previews.newest(after: next)
      }
      let (preview, fields) = await services.composing.preview(next.source)
      answer(.prepared(next.draft, generation: next.generation, preview, automaticFields: fields))
      if let waiting = previews.end() { prepare(waiting) }
    }
  }

  // MARK: Network

  private func runOnNetwork(_ effect: Effect) {
    let connections = services.connections
    switch effect {
    case .send(let id, let source, let before):
      exchanges[id] = Task { [services, answer] in
        switch await services.composing.outgoing(source) {
        case .success(let (prepared, file)):
          var request = prepared
          request.redirectedFrom = before
          request.answersChallenge = !source.challenges.isEmpty
          _ = await connections.perform(request, as: id)
          withExtendedLifetime(file) {}
        case .failure(let sentence): answer(.notSent(id, sentence))
        }
        exchanges[id] = nil
      }
    case .cancel(let id):
      if let task = exchanges[id] {
        task.cancel()
      } else {
        // An exchange by hand lives on its connection.
        Task { await connections.cancel(id) }
      }
    case .connect(let id, let source):
      Task { [services, answer] in
        switch await services.composing.connecting(source) {
        case .success(let request): _ = await connections.open(request.endpoint, options: request.options, as: id)
        case .failure(let sentence): answer(.message(.problem(sentence.text)))
        }
      }
    case .sendBytes(let bytes, let method, let connection, let exchange):
      Task { await connections.send(bytes, method: method, on: connection, as: exchange) }
    case .closeSending(let id): Task { await connections.closeSending(id) }
    case .close(let id): Task { await connections.close(id) }
    case .abort(let id): Task { await connections.abort(id) }
    case .acceptCertificate(let fingerprint, let endpoint):
      Task { [services, answer] in
        do throws(WorkspaceError) {
          try await services.composing.exceptions.accept(fingerprint, for: endpoint.description)
          answer(.message(.note("The certificate of \(endpoint) is accepted from now on")))
        } catch {
          answer(.message(.problem(error.description)))
        }
      }
    case .forget(let id):
      for tab in reading.keys where reading[tab]?.filter?.exchange == id { reading[tab]?.filter = nil }
      Task { [services] in
        await connections.forget(id)
        await services.documents.close(id)
      }
    default: break
    }
  }

  // MARK: Documents

  private func runOnDocuments(_ effect: Effect, for tab: Tab.ID) {
    switch effect {
    case .window(let request): ask(for: request, in: request.key.view == .headers ? \.headers : \.body)
    case .search(let key, let wanted, let row, let offset, let isBackward, let generation):
      reading[tab, default: Reading()].search = Task { [services, answer] in
        let found = await services.search(
          wanted, in: key, row: row, offset: offset, isBackward: isBackward
        ) { row in
          Task { @MainActor in answer(.found(generation: generation, .progress(row: row))) }
        }
        if let found { answer(.found(generation: generation, found)) }
      }
    case .countMatches(let key, let wanted, let match, let generation):
      reading[tab, default: Reading()].search = Task { [services, answer] in
        let progress: @Sendable (MatchCount) -> Void = { count in
          Task { @MainActor in answer(.found(generation: generation, .counted(count))) }
        }
        let count = try? await services.documents.countMatches(
          of: wanted, in: key, before: match, progress: progress)
        if let count { answer(.found(generation: generation, .counted(count))) }
      }
    case .stopSearch: reading[tab]?.search = nil
    case .filter(let exchange, let filter, let number):
      let task = Task { [services, answer] in
        answer(.filtered(number: number, await services.filter(exchange, by: filter, number: number)))
      }
      reading[tab, default: Reading()].filter = (exchange, task)
    case .stopFilter: reading[tab]?.filter = nil
    case .endTab(let closed): reading.removeValue(forKey: closed)?.cancel()
    case .locate(let bytes, let key, let isMarked):
      inBackground { [services] in await services.locate(bytes, in: key, isMarked: isMarked) }
    case .goTo(let place, let key):
      reading[tab, default: Reading()].search = Task { [services, answer] in
        let progress: @Sendable (Double) -> Void = { fraction in
          Task { @MainActor in answer(.going(key, read: fraction)) }
        }
        for action in await services.goTo(place, in: key, progress: progress) { answer(action) }
      }
    case .fold(let key, let change, let row):
      inBackground { [services] in
        [.folded(key, row: try? await services.documents.fold(change, atRow: row, in: key))]
      }
    case .follow(let old, let row, let key):
      inBackground { [services] in
        guard let found = try? await services.documents.row(in: key, showing: row, of: old) else { return [] }
        return [.located(key, row: found, byteInRow: 0, marked: nil)]
      }
    case .namePath(let key, let row):
      inBackground { [services] in
        [.pathNamed(key, row: row, try? await services.documents.path(ofRow: row, in: key))]
      }
    case .namePart(let byte, let exchange):
      inBackground { [services] in
        guard let name = try? await services.documents.part(at: byte, of: exchange) else { return [] }
        return [.partNamed(byte, exchange, name)]
      }
    case .toggleReading(let key, let row, let columns):
      inBackground { [services] in
        [.readingToggled(key, rows: try? await services.documents.toggleReading(atRow: row, in: key, columns: columns))]
      }
    case .record(let requests, let comparison):
      inBackground { [services] in [.recorded(comparison, await services.record(requests))] }
    case .decode(let picture):
      reading[tab, default: Reading()].picture = Task { [services, answer] in
        let result = await services.decode(picture)
        if !Task.isCancelled { answer(.decoded(picture, result)) }
      }
    case .stepDifference(let key, let row, let isBackward):
      inBackground { [services] in await services.difference(from: row, in: key, isBackward: isBackward) }
    case .saveBody(let exchange, let what, let path):
      inBackground { [services] in [.message(await services.save(what, of: exchange, to: path))] }
    case .saveSelection(let selection, let key, let path):
      inBackground { [services] in [.message(await services.save(selection, in: key, to: path))] }
    case .saveBytes(let bytes, let exchange, let path):
      inBackground { [services] in [.message(await services.save(.bytes(bytes), of: exchange, to: path))] }
    default: break
    }
  }

  /// Asks for a pane's rows, one question after the other.
  private func ask(
    for request: DocumentPane.Request,
    in line: ReferenceWritableKeyPath<EffectRunner, QuestionLine<DocumentPane.Request>>
  ) {
    guard let next = self[keyPath: line].begin(request) else { return }
    Task { [services, answer] in
      for action in await services.window(next) { answer(action) }
      if let waiting = self[keyPath: line].end() { ask(for: waiting, in: line) }
    }
  }

  private func inBackground(_ work: @escaping @Sendable () async -> [Action]) {
    Task { [answer] in
      for action in await work() { answer(action) }
    }
  }
}

/// What reads documents on behalf of a tab: of each kind one at a time, which ends when another takes its place.
private struct Reading {
  var search: Task<Void, Never>? { didSet { oldValue?.cancel() } }
  /// With the exchange whose body it reads.
  var filter: (exchange: ExchangeID, task: Task<Void, Never>)? { didSet { oldValue?.task.cancel() } }
  var picture: Task<Void, Never>? { didSet { oldValue?.cancel() } }

  func cancel() {
    search?.cancel()
    filter?.task.cancel()
    picture?.cancel()
  }
}

/// A draft whose bytes are asked for.
private struct Preparation {
  var draft: DraftID
  var source: RequestSource
  var generation: Int
}

extension SavedRequest {
  /// Whether making its bytes takes longer than a key may.
  fileprivate var isLarge: Bool {
    switch body {
    case .text(let text, _), .json(let text): max(text.count, raw?.count ?? 0) > 1 << 20
    case .none, .form, .file: raw.map { $0.count > 1 << 20 } ?? false
    }
  }
}
