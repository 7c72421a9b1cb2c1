package import Documents
package import Exchanges

/// What of an exchange is shown: its headers beside its body, each scrolling on its own.
package struct ResponseViewer: Sendable {
  /// A way to look at the body; the note is the request's own.
  package enum BodyView: String, Sendable, Hashable, CaseIterable {
    case pretty, text, hex, wire, note
    /// What a filter lets through; only while there is one.
    case filter
    /// How it differs from another one; only while there are two to compare.
    case difference
    /// Only of a body that is a picture.
    case picture

    /// Whether the next answer is shown in it, too.
    var isOfAnyAnswer: Bool {
      switch self {
      case .pretty, .text, .hex, .wire: true
      case .note, .filter, .difference, .picture: false
      }
    }
  }

  package private(set) var exchange: ExchangeID?
  /// What the picture view shows.
  package internal(set) var picture: ShownPicture?
  package private(set) var view: BodyView = .note
  /// The view to go to when the next answer comes.
  private var answerView: BodyView = .pretty
  /// Whether the wire view shows what frames of HTTP/2 say in HTTP/1's words, rather than the frames.
  package var showsWireAsText = false
  /// Whether the hex view shows the content without framing and codings, rather than the whole message as it came.
  package var showsHexOfContent = false
  /// Whether the view was chosen for this exchange only.
  private var isViewOfOneExchange = false
  /// Whether long rows go on in the next one.
  package private(set) var wraps = false
  package var headers = DocumentPane()
  package var body = DocumentPane()
  package var search: SearchState?
  /// The filter of the exchange that is shown.
  package private(set) var filter: BodyFilter?
  /// The part of the message that the byte under the cursor belongs to, in words.
  package var partName: String?
  /// Where the value of the row under the cursor stands.
  package var path: ValuePath?
  /// Whether a place is being looked for that is not known yet.
  package var isGoing = false
  /// What is compared in the difference view.
  package private(set) var comparison: Comparison?
  /// The bytes of the selected header field, shown also in hex and wire.
  package var highlight: ByteReference?
  /// Where the body's document has these bytes, which is elsewhere among the frames of HTTP/2.
  package var located: ByteReference?

  package init() {}

  /// Shows an exchange, or none.
  package mutating func show(_ id: ExchangeID?) -> [DocumentPane.Request] {
    let isNew = id != exchange
    exchange = id
    if isNew {
      search?.startOver()
      partName = nil
      path = nil
      isGoing = false
      highlight = nil
      located = nil
      filter = nil
      view = id == nil ? .note : (!view.isOfAnyAnswer || isViewOfOneExchange ? answerView : view)
      isViewOfOneExchange = false
    }
    return requests()
  }

  package mutating func show(_ view: BodyView) -> [DocumentPane.Request] {
    if view.isOfAnyAnswer { answerView = view }
    isViewOfOneExchange = view == .difference || view == .picture
    self.view = view
    search?.startOver()
    partName = nil
    path = nil
    isGoing = false
    return requests()
  }

  /// One that shows nothing yet, and will in the same way.
  var successor: ResponseViewer {
    var other = self
    _ = other.show(nil)
    other.search = nil
    other.comparison = nil
    other.picture = nil
    return other
  }

  /// Nothing is looked for any more.
  mutating func stopReading() {
    search?.isRunning = false
    isGoing = false
    filter?.isRunning = false
  }

  /// Whether rows of a document are shown, or will be.
  func shows(_ key: DocumentKey) -> Bool { headers.key == key || body.key == key }

  /// The views that there are.
  package var views: [BodyView] {
    BodyView.allCases.filter { one in
      switch one {
      case .filter: filter != nil
      case .difference: comparison != nil
      case .picture: view == .picture
      default: true
      }
    }
  }

  /// Shows what a filter lets through.
  package mutating func show(_ filter: BodyFilter) -> [DocumentPane.Request] {
    self.filter = filter
    return show(.filter)
  }

  package mutating func endFilter(_ number: Int) {
    if filter?.number == number { filter?.isRunning = false }
  }

  /// Shows an exchange on the wire; the next one is shown as before.
  package mutating func showOnWire(_ id: ExchangeID) -> [DocumentPane.Request] {
    _ = show(id)
    view = .wire
    isViewOfOneExchange = true
    defer { body.followEnd() }
    return requests()
  }

  package mutating func toggleWrap() -> [DocumentPane.Request] {
    wraps.toggle()
    search?.startOver()
    return requests()
  }

  /// Shows a difference; the next exchange is shown as before.
  package mutating func compare(_ comparison: Comparison) -> [DocumentPane.Request] {
    self.comparison = comparison
    let requests = show(.difference)
    isViewOfOneExchange = true
    return requests
  }

  /// Shows the difference in another way.
  package mutating func changeComparison(_ body: (inout Comparison) -> Void) -> [DocumentPane.Request] {
    guard var comparison else { return [] }
    body(&comparison)
    return compare(comparison)
  }

  /// Asks again for what is on the screen: the exchange has gone on.
  package mutating func refresh() -> [DocumentPane.Request] {
    [headers.refresh(), body.refresh()].compactMap { $0 }
  }

  /// Asks again for the documents that had not all their rows.
  package mutating func readOn() -> [DocumentPane.Request] {
    [headers.isReading ? headers.refresh() : nil, body.isReading ? body.refresh() : nil].compactMap { $0 }
  }

  package mutating func take(_ window: DocumentWindow) -> [DocumentPane.Request] {
    [headers.take(window), body.take(window)].compactMap { $0 }
  }

  package mutating func resize(_ sizes: PaneSizes) -> [DocumentPane.Request] {
    let resized = [
      headers.resize(columns: sizes.headers.columns, rows: sizes.headers.rows),
      body.resize(columns: sizes.body.columns, rows: sizes.body.rows),
    ].compactMap { $0 }
    return bodyKey == body.key ? resized : requests()
  }

  /// The headers' document or, for any other pane, the body's.
  package subscript(pane: Pane) -> DocumentPane {
    get { pane == .headers ? headers : body }
    set { if pane == .headers { headers = newValue } else { body = newValue } }
  }

  /// The document that shows the body; nil for what is none, and for the difference, which is of two messages.
  private var documentView: DocumentView? {
    switch view {
    case .pretty: .pretty
    case .text: .text
    case .hex: showsHexOfContent ? .hexContent : .hex
    case .wire: showsWireAsText ? .wireText : .wire
    case .note, .difference, .picture: nil
    case .filter: .filtered
    }
  }

  /// The bytes to mark in the body's document.
  package var marked: ByteReference? { body.key?.view == .wire ? located ?? highlight : highlight }

  /// Whether the body is shown otherwise than in rows of a document.
  package var isWithoutRows: Bool { view == .note || view == .picture }

  /// Whether left and right move over bytes rather than scroll.
  package var hasByteCursor: Bool { view == .hex || view == .wire }

  /// As many bytes as fit a row: three columns for a byte's digits and one for its character; hex has an offset before,
  /// and in the wire view words stand behind.
  private var bytesPerRow: Int {
    let fitting = (body.columns - (view == .hex ? 13 : 26)) / 4
    return fitting >= 32 ? 32 : fitting >= 16 ? 16 : fitting >= 8 ? 8 : 4
  }

  /// Where the rows of the view are wrapped; 0 where they are not.
  private var wrappedColumns: Int { wraps && (view == .pretty || view == .text) ? max(16, body.columns) : 0 }

  /// The document that the body shows now.
  private var bodyKey: DocumentKey? {
    if view == .difference { return comparison?.key(columns: body.columns) }
    guard let exchange, let document = documentView else { return nil }
    return DocumentKey(
      exchange: exchange, view: document, bytesPerRow: hasByteCursor ? bytesPerRow : 16,
      filter: document == .filtered ? filter?.number ?? 0 : 0, columns: wrappedColumns)
  }

  private mutating func requests() -> [DocumentPane.Request] {
    let headersKey = exchange.map { DocumentKey(exchange: $0, view: .headers) }
    return [headers.show(headersKey), body.show(bodyKey)].compactMap { $0 }
  }
}
