import TLSEngine

/// The contexts of TLS that connections share, the one that was used last at the end.
struct TLSContexts {
  /// Kinds of connections that are in use at the same time are few.
  private static let limit = 8

  private var contexts: [TLSClientContext] = []

  /// The context of a configuration, made where there is none yet.
  mutating func context(for configuration: TLSClientConfiguration) throws(TLSError) -> TLSClientContext {
    let context: TLSClientContext
    if let index = contexts.firstIndex(where: { $0.serves(configuration) }) {
      context = contexts.remove(at: index)
    } else {
      context = try TLSClientContext(configuration)
      if contexts.count == Self.limit { contexts.removeFirst() }
    }
    contexts.append(context)
    return context
  }
}
