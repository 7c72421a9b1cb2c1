/// What a header section is in its message.
package enum HeadKind: UInt8, Sendable, Hashable, CaseIterable {
  case request
  /// A response with a status of 1xx; another one follows.
  case interim
  case response
  case trailers
}
