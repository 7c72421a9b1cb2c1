/// A way to look at a connection.
package enum ConnectionView: Int, Sendable, Hashable, CaseIterable {
  /// What happened, with its times.
  case events
  /// What TLS offered and agreed on, and the certificates.
  case security
  /// What the kernel measured.
  case kernel
  /// The phases of an exchange and of those that led to it, against one clock.
  case waterfall

  /// The word on its tab.
  package var title: String {
    switch self {
    case .events: "Events"
    case .security: "TLS"
    case .kernel: "TCP"
    case .waterfall: "Waterfall"
    }
  }
}
