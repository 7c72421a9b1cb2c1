/// The methods of the requests that wait for their responses, in order; only HEAD and CONNECT matter to framing.
///
/// Of fixed size: of more than 64 outstanding requests those beyond are taken for ordinary ones.
struct ExpectedMethods: Sendable {
  private var heads: UInt64 = 0
  private var connects: UInt64 = 0
  private(set) var count = 0
  /// True once a request was told: from then on a response without a request is unexpected.
  private(set) var isUsed = false

  mutating func append(_ method: KnownMethod) {
    isUsed = true
    if count < 64 {
      if method == .head { heads |= 1 << UInt64(count) }
      if method == .connect { connects |= 1 << UInt64(count) }
    }
    count += 1
  }

  /// The method of the request that the next final response answers.
  var first: KnownMethod {
    heads & 1 != 0 ? .head : connects & 1 != 0 ? .connect : .other
  }

  mutating func removeFirst() {
    guard count > 0 else { return }
    count -= 1
    heads >>= 1
    connects >>= 1
  }
}
