/// The faulty servers and relays of this process.
struct FaultyServers: Sendable {
  private let listeners: [PeerPlace: LoopbackListener]

  var ports: [PeerPlace: Int] { listeners.mapValues(\.port) }

  /// Relays before a good server, and answers written by hand.
  init(before port: Int) throws {
    var listeners: [PeerPlace: LoopbackListener] = [
      .scripted: try ScriptedAnswers.listener(), .resetAtOnce: try LoopbackListener(Wire.reset),
    ]
    let faults: [(PeerPlace, FaultyRelay.Fault)] = [
      (.delayed, .delay(microseconds: 200_000)), (.throttled, .throttle(bytes: 97)), (.cut, .cut(after: 300)),
      (.reset, .reset(after: 300)), (.stalled, .stall(after: 300)),
    ]
    for (place, fault) in faults { listeners[place] = try FaultyRelay.listener(before: port, fault) }
    self.listeners = listeners
  }

  func stop() {
    for listener in listeners.values { listener.stop() }
  }
}
