import Documents
import Exchanges

/// A request that is open, and what is seen of its answers.
///
/// It holds no bytes: of a request the name of its draft, of an exchange its identity and the rows around the screen's.
package struct Tab: Sendable, Identifiable {
  package struct ID: Sendable, Hashable {
    let number: Int
  }

  package let id: ID
  /// The request; nil where none is open yet.
  package internal(set) var open: DraftID?
  package internal(set) var viewer = ResponseViewer()
  package internal(set) var connectionPanel = ConnectionPanel()
  /// Requests that were recorded to be compared here.
  var recordedRequests: [ExchangeID] = []

  init(_ id: ID) {
    self.id = id
  }

  /// A new one beside it, which looks at answers in the same way and begins on the same connection.
  func successor(_ id: ID) -> Tab {
    var tab = Tab(id)
    tab.viewer = viewer.successor
    tab.connectionPanel = connectionPanel
    tab.connectionPanel.byHand = nil
    return tab
  }

  /// Whether an answer of the documents is to a question that was asked here.
  func asked(_ answer: Action) -> Bool {
    switch answer {
    case .window(let window): viewer.shows(window.key)
    case .going(let key, _), .located(let key, _, _, _), .folded(let key, _), .pathNamed(let key, _, _),
      .readingToggled(let key, _):
      viewer.shows(key)
    case .found(let generation, _): viewer.search?.generation == generation
    case .filtered(let number, _): viewer.filter?.number == number
    case .partNamed(_, let exchange, _): shows(exchange)
    case .decoded(let picture, _): viewer.picture?.exchange == picture.exchange
    case .recorded(let comparison, _): recordedRequests.contains { $0 == comparison.before || $0 == comparison.after }
    default: false
    }
  }

  /// Whether an exchange's rows are shown here.
  func shows(_ id: ExchangeID) -> Bool { viewer.exchange == id }
}
