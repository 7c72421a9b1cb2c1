import Connections
import Documents
import Exchanges
import HTTPMessages
import Workbench
import Workspaces

/// What is asked of the documents, with the newest recording underneath.
extension Services {
  /// What has changed on the network, with the documents that are open brought up to it.
  ///
  /// This is where they learn of more: a key that asks for rows does not wait for the thread of all sockets.
  func networkNews() async -> (exchanges: [ExchangeSummary], connections: [ConnectionSummary]) {
    let news = await connections.summaries()
    for exchange in news.exchanges where await documents.isOpen(exchange.id) { await refresh(exchange.id) }
    return news
  }

  /// Gives the documents what has been recorded of an exchange by now; false where there is no recording of it.
  @discardableResult
  func refresh(_ exchange: ExchangeID) async -> Bool {
    guard let recording = await connections.recording(of: exchange) else { return false }
    try? await documents.update(recording)
    return true
  }

  func window(_ request: DocumentPane.Request) async -> [Action] {
    do throws(DocumentError) {
      let window = try await documents.window(request.key, rows: request.rows, generation: request.generation)
      return [.window(window)]
    } catch {
      switch error {
      // An exchange that has not begun yet has no documents; the next pulse asks again.
      case .unknownExchange(let exchange): return await refresh(exchange) ? await window(request) : []
      default: return [.message(.problem(error.message))]
      }
    }
  }

  /// The row and the byte in it where a reference begins.
  func locate(_ bytes: ByteReference, in key: DocumentKey, isMarked: Bool) async -> [Action] {
    do throws(DocumentError) {
      guard let bytes = try await documents.reference(bytes, in: key),
        let row = try await documents.row(containing: bytes, in: key)
      else { return [] }
      let window = try await documents.window(key, rows: row..<row + 1)
      let start = window.rows.first?.source?.range.lowerBound ?? bytes.range.lowerBound
      let byte = max(0, bytes.range.lowerBound - start)
      return [.located(key, row: row, byteInRow: byte, marked: isMarked ? bytes : nil)]
    } catch {
      return []
    }
  }

  /// Goes to a place, which may not be known yet.
  func goTo(
    _ place: DocumentPlace, in key: DocumentKey, progress: @escaping @Sendable (Double) -> Void
  ) async -> [Action] {
    do throws(DocumentError) {
      guard let found = try await documents.row(of: place, in: key, progress: progress) else {
        return [.message(.note("This view has no such place"))]
      }
      return [.located(key, row: found.row, byteInRow: found.byteInRow, marked: nil)]
    } catch {
      return []
    }
  }

  func search(
    _ search: DocumentSearch, in key: DocumentKey, row: Int, offset: Int, isBackward: Bool,
    progress: @escaping @Sendable (Int) -> Void
  ) async -> SearchAnswer? {
    do throws(DocumentError) {
      let match = try await documents.search(
        search, in: key, from: row, offset: offset, direction: isBackward ? .backward : .forward, progress: progress)
      guard let match else { return SearchAnswer.none }
      let row = try await documents.window(key, rows: match.row..<match.row + 1).rows.first ?? DocumentRow(text: "")
      let column = RowColumns.columns(of: [match.range], in: row.text)[0].lowerBound
      return .match(
        row: match.row, range: match.range, column: column, byteInRow: row.cells?.byte(atColumn: column) ?? 0)
    } catch {
      return nil
    }
  }

  /// Filters the answer's body, for a command also what still arrives.
  func filter(
    _ exchange: ExchangeID, by filter: ContentFilter, number: Int
  ) async -> Result<FilterEnding, Sentence> {
    await refresh(exchange)
    do throws(DocumentError) {
      let ending = try await documents.filter(by: filter, number: number, of: .response, in: exchange) {
        // The screen may show another exchange, for which nobody asks then.
        try? await Task.sleep(for: .milliseconds(50))
        await refresh(exchange)
      }
      return .success(ending)
    } catch {
      return .failure(Sentence(error.message))
    }
  }

  func save(_ what: SavedBytes, of exchange: ExchangeID, to path: String) async -> StatusMessage {
    await refresh(exchange)
    let expanded = HomePath.expanded(path)
    do throws(DocumentError) {
      let count = try await documents.save(what, of: exchange, to: expanded)
      return .note("Saved \(count) bytes to \(expanded)")
    } catch {
      return .problem(error.message)
    }
  }

  func save(_ selection: DocumentSelection, in key: DocumentKey, to path: String) async -> StatusMessage {
    await refresh(key.exchange)
    let expanded = HomePath.expanded(path)
    do throws(DocumentError) {
      switch try await documents.save(selection, in: key, to: expanded) {
      case .bytes(let count): return .note("Saved the selection, \(count) bytes as they were sent, to \(expanded)")
      case .text(let count): return .note("Saved the selection, \(count) bytes of text as shown, to \(expanded)")
      }
    } catch {
      return .problem(error.message)
    }
  }

  /// Bytes for the clipboard and what they are.
  struct Copy {
    var bytes: [UInt8]
    var what: String
    /// What else is to be known of them, a sentence.
    var remark: String?
  }

  /// What an effect copies, at most `limit` bytes.
  func bytesToCopy(_ effect: Effect, limit: Int) async -> Result<Copy, Sentence> {
    do {
      switch effect {
      case .copyText(let selection, let key):
        let text = try await documents.text(of: selection, in: key, limit: limit)
        let count = selection.rows.count
        let what = !selection.isOfWholeRows ? "the selection" : count == 1 ? "the row" : "\(count) rows"
        return .success(Copy(bytes: Array(text.utf8), what: what))
      case .copyValue(let key, let row):
        guard let value = try await documents.value(ofRow: row, in: key, limit: limit) else {
          return .failure(Sentence("No value of JSON begins or ends in this row, or it has not come whole."))
        }
        return .success(Copy(bytes: value, what: "the value"))
      case .copyBody(let exchange, let what):
        await refresh(exchange)
        let bytes = try await documents.bytes(what, of: exchange, limit: limit)
        let isWhole = what == .content(.response)
        return .success(Copy(bytes: bytes, what: isWhole ? "the body" : "what the filter lets through"))
      case .copyBytes(let bytes, let exchange, let form):
        let copied = try await documents.bytes(at: bytes, of: exchange, limit: limit)
        let what = copied.count == 1 ? "the byte" : "\(copied.count) bytes"
        return .success(Copy(bytes: form.written(copied), what: what))
      case .copyAsCurl(let source):
        let curl = try await composing.curl(source)
        return .success(Copy(bytes: Array(curl.command.utf8), what: "the request as curl", remark: curl.remark))
      default: return .failure(Sentence("There is nothing to copy."))
      }
    } catch let error as DocumentError {
      return .failure(Sentence(error.message))
    } catch let error as Sentence {
      return .failure(error)
    } catch {
      return .failure(Sentence("It could not be copied."))
    }
  }
}
