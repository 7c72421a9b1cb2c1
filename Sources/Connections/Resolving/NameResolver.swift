package import Exchanges

/// Finds the addresses of a host name, one family at a time.
package protocol NameResolver: Sendable {
  /// Looks up the addresses of one family and calls `answer` once, on any thread.
  ///
  /// It must return at once; there is no cancelling: whoever no longer wants the answer ignores it.
  func lookUp(
    _ host: String, port: Int, family: AddressFamily,
    answer: @escaping @Sendable (Result<[NetworkAddress], LookupFailure>) -> Void)
}
