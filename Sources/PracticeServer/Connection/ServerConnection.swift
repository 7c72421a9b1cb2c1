import HTTP2
import NIOCore

/// What one connection does next, without its socket: bytes go in, and each ``next()`` is one action to take.
///
/// Requests are answered one after the other in the order in which they came (RFC 9112 §9.3.2).
struct ServerConnection {
  enum Action {
    case write(ByteBuffer)
    /// Let this time pass before the next action.
    case wait(milliseconds: Int)
    /// There is nothing to do before more bytes come.
    case read
    /// Send nothing more until the other side closes.
    case hold
    /// Everything is said: close in good order.
    case finish
    case reset
    /// Do what HTTP/2 alone has words for.
    case signal(HTTP2Signal)
    /// Go on in HTTP/2.
    case upgrade(HTTP2Upgrade)
  }

  private let router: Router
  private let state: ServerState
  private let stream: StreamID?
  private let mayUpgrade: Bool
  private var reader = RequestReader()
  private var unanswered: [RequestReader.Output] = []
  private var steps: Steps?
  private var keepsOpen = true
  /// Whether the other side has closed its sending side.
  private(set) var inputHasEnded = false

  /// - Parameters:
  ///   - router: Finds the endpoints.
  ///   - state: What they remember.
  ///   - stream: The number of the stream of HTTP/2 whose text this is; nothing for a connection of HTTP/1.
  ///   - mayUpgrade: Whether a request can ask for HTTP/2.
  init(router: Router, state: ServerState, stream: StreamID? = nil, mayUpgrade: Bool = false) {
    self.router = router
    self.state = state
    self.stream = stream
    self.mayUpgrade = mayUpgrade
  }

  mutating func receive(_ bytes: UnsafeRawBufferPointer) {
    reader.read(bytes, into: &unanswered, policy: policy(for:))
  }

  mutating func receiveEnd() {
    guard !inputHasEnded else { return }
    inputHasEnded = true
    reader.finish(into: &unanswered, policy: policy(for:))
  }

  mutating func next() -> Action {
    while true {
      if let steps {
        switch steps.next() {
        case .bytes(let bytes, _): return .write(bytes)
        case .wait(let milliseconds): return .wait(milliseconds: milliseconds)
        case .hold: return inputHasEnded ? .finish : .hold
        case .reset: return .reset
        case .close: return .finish
        case .signal(let signal): return .signal(signal)
        case nil:
          self.steps = nil
          if !keepsOpen { return .finish }
        }
      } else if unanswered.isEmpty {
        return inputHasEnded ? .finish : .read
      } else {
        let output = unanswered.removeFirst()
        if mayUpgrade, case .request(let request) = output, let upgrade = HTTP2Upgrade(request) {
          return .upgrade(upgrade)
        }
        begin(output)
      }
    }
  }

  private mutating func begin(_ output: RequestReader.Output) {
    switch output {
    case .expectsContinue:
      steps = Steps([.bytes(ResponseFraming.head(100, []))])
    case .refused(let status, let sentence):
      var response = Response.problem(status, sentence)
      response.closes = true
      begin(response, to: PracticeRequest())
    case .request(var request):
      let route = router.route(method: request.method, target: request.target)
      if case .endpoint(let endpoint, let captures) = route {
        request.captures = captures
        request.stream = stream
        begin(endpoint.answer(request, state), to: request)
      } else {
        begin(Router.answer(route, to: request), to: request)
      }
    }
  }

  private mutating func begin(_ response: Response, to request: PracticeRequest) {
    let isLast = inputHasEnded && unanswered.isEmpty
    let framing = ResponseFraming(response, to: request, mayKeepOpen: request.wantsKeepAlive && !isLast)
    steps = framing.steps
    keepsOpen = framing.keepsOpen
  }

  private func policy(for request: PracticeRequest) -> ContentPolicy {
    if case .endpoint(let endpoint, _) = router.route(method: request.method, target: request.target) {
      return endpoint.content
    }
    return .count
  }
}
