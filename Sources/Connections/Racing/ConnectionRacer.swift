import Exchanges
import Recordings

/// Happy Eyeballs (RFC 8305) as a value: look-ups and connect attempts of both families, raced.
///
/// Events go in, actions come out; it knows no clock and no socket. The caller does the actions in their order, reports
/// what came of each, and calls `timerFired` once `deadline` has passed. After `.won` or `.failed` it is over: later
/// reports give no actions, apart from `.cancel` for an attempt that succeeded too late.
struct ConnectionRacer: Sendable {
  /// What to do next.
  enum Action: Sendable, Equatable {
    case lookUp(AddressFamily)
    case attempt(NetworkAddress)
    /// Close this attempt: another won, or the user gave up.
    case cancel(NetworkAddress)
    /// The race is over; this attempt's connection is the one to use.
    case won(NetworkAddress)
    case failed(ExchangeFailure)
    /// Tell what happened.
    case note(ConnectionEvent.Kind)
  }

  private let host: String
  private let port: Int
  private let families: [AddressFamily]
  private let delays: Delays
  private var began = Timestamp(nanoseconds: 0)
  private var lookups: [AddressFamily: Lookup] = [:]
  private var waiting: [AddressFamily: [NetworkAddress]] = [:]
  private var running: [NetworkAddress] = []
  private var failures: [(address: NetworkAddress, reason: String)] = []
  private var lookupFailure: LookupFailure?
  private var lastFamily: AddressFamily?
  private var hasBegun = false
  private(set) var isOver = false

  /// When `timerFired` is to be called; nil while nothing waits for the clock.
  private(set) var deadline: Timestamp?

  /// How long to wait, nanoseconds.
  struct Delays: Sendable, Equatable {
    /// Between the begin of one attempt and the next (RFC 8305 §5: 250 ms).
    var attempt: UInt64 = 250_000_000
    /// For IPv6 addresses when the IPv4 addresses are there first (RFC 8305 §3: 50 ms).
    var resolution: UInt64 = 50_000_000
  }

  private enum Lookup { case running, answered }

  init(host: String, port: Int, families: [AddressFamily] = AddressFamily.allCases, delays: Delays = Delays()) {
    self.host = host
    self.port = port
    self.families = families
    self.delays = delays
  }

  /// Begins: with the look-ups, or at once where addresses are given.
  mutating func start(given: [NetworkAddress] = [], now: Timestamp) -> [Action] {
    began = now
    guard given.isEmpty, !families.isEmpty else { return start(given, now) }
    for family in families { lookups[family] = .running }
    return [.note(.lookupStarted(host: host))] + families.map { .lookUp($0) }
  }

  private mutating func start(_ given: [NetworkAddress], _ now: Timestamp) -> [Action] {
    let usable = given.filter { $0.ip == nil || families.contains(Self.family(of: $0)) }
    for address in usable { waiting[Self.family(of: address), default: []].append(address) }
    hasBegun = true
    if !usable.isEmpty { return attemptNext(now) }
    isOver = true
    return [.failed(.connect(ConnectWords.noneOf(families, host: host)))]
  }

  /// The list in which an address waits; a socket's path is tried alone.
  private static func family(of address: NetworkAddress) -> AddressFamily { address.isIPv6 ? .ipv6 : .ipv4 }

  /// Takes the answer of one family's look-up.
  mutating func answered(
    _ family: AddressFamily, _ answer: Result<[NetworkAddress], LookupFailure>, now: Timestamp
  ) -> [Action] {
    guard !isOver, lookups[family] == .running else { return [] }
    lookups[family] = .answered
    let taken = now.nanoseconds(since: began)
    switch answer {
    case .success(let addresses):
      waiting[family] = addresses
      return [.note(.familyAnswered(family, addresses: addresses, nanoseconds: taken))] + goOn(now)
    case .failure(let failure):
      lookupFailure = LookupFailure.weightier(lookupFailure, failure)
      let note = Action.note(.familyFailed(family, reason: failure.words, nanoseconds: taken))
      return [note] + (hasBegun ? failIfExhausted() : goOn(now))
    }
  }

  /// Goes on after the answer of a look-up.
  private mutating func goOn(_ now: Timestamp) -> [Action] {
    if hasBegun {
      // A late answer joins those that wait their turn; if none is under way it is its turn now.
      let order = waitingInOrder
      let next = running.isEmpty ? attemptNext(now) : []
      renewDeadline(now)
      return [.note(.lookupAnswered(addresses: order))] + next
    }
    if waiting.isEmpty { return failIfExhausted() }
    let mayWait = lookups[.ipv6] == .running && delays.resolution > 0
    if mayWait {
      deadline = now.adding(delays.resolution)
      return []
    }
    return beginAttempts(now)
  }

  /// Takes the failure of an attempt; `reason` is a few words.
  mutating func attemptFailed(_ address: NetworkAddress, reason: String, now: Timestamp) -> [Action] {
    guard !isOver, let index = running.firstIndex(of: address) else { return [] }
    running.remove(at: index)
    failures.append((address, reason))
    return [.note(.attemptFailed(address, reason: reason))] + attemptNext(now) + failIfExhausted()
  }

  /// Takes the success of an attempt: the first wins, and the others are cancelled.
  mutating func attemptSucceeded(_ address: NetworkAddress) -> [Action] {
    guard !isOver, let index = running.firstIndex(of: address) else { return [.cancel(address)] }
    running.remove(at: index)
    return end() + [.won(address)]
  }

  /// Goes on after a wait.
  mutating func timerFired(now: Timestamp) -> [Action] {
    guard !isOver, let due = deadline, now >= due else { return [] }
    deadline = nil
    return hasBegun ? attemptNext(now) : beginAttempts(now)
  }

  /// Ends the race because nobody wants it any more, or it took too long.
  mutating func giveUp() -> [Action] {
    isOver ? [] : end()
  }

  /// What was tried so far, for a sentence: `[::1]:80 (connection refused), 127.0.0.1:80 (no answer)`.
  var attemptsInWords: String {
    (failures.map { "\($0.address) (\($0.reason))" } + running.map { "\($0) (no answer)" }).joined(separator: ", ")
  }

  private mutating func beginAttempts(_ now: Timestamp) -> [Action] {
    hasBegun = true
    return [.note(.lookupAnswered(addresses: waitingInOrder))] + attemptNext(now)
  }

  private mutating func attemptNext(_ now: Timestamp) -> [Action] {
    deadline = nil
    guard let family = nextFamily(after: lastFamily, in: waiting), let address = waiting[family]?.first else {
      return []
    }
    waiting[family]?.removeFirst()
    lastFamily = family
    running.append(address)
    renewDeadline(now)
    return [.note(.attemptStarted(address)), .attempt(address)]
  }

  /// Sets the time of the next attempt if there is an address for it and no time is set.
  private mutating func renewDeadline(_ now: Timestamp) {
    if deadline == nil, nextFamily(after: lastFamily, in: waiting) != nil { deadline = now.adding(delays.attempt) }
  }

  private mutating func failIfExhausted() -> [Action] {
    let lookupsAreDone = lookups.values.allSatisfy { $0 == .answered }
    guard !isOver, lookupsAreDone, running.isEmpty, nextFamily(after: lastFamily, in: waiting) == nil else { return [] }
    isOver = true
    deadline = nil
    if failures.isEmpty {
      let reason = (lookupFailure ?? .noSuchName).message(for: host)
      return [.note(.lookupFailed(reason: reason)), .failed(.lookup(reason))]
    }
    return [.failed(.connect(ConnectWords.failure(host: host, port: port, attempts: failures)))]
  }

  private mutating func end() -> [Action] {
    isOver = true
    deadline = nil
    let cancelled = running
    running = []
    return cancelled.flatMap { [.cancel($0), .note(.attemptCancelled($0))] }
  }

  /// IPv6 first, then one of each in turn (RFC 8305 §4).
  private func nextFamily(after last: AddressFamily?, in lists: [AddressFamily: [NetworkAddress]]) -> AddressFamily? {
    let preferred: AddressFamily = last == .ipv6 ? .ipv4 : .ipv6
    let other: AddressFamily = preferred == .ipv6 ? .ipv4 : .ipv6
    return [preferred, other].first { lists[$0]?.isEmpty == false }
  }

  private var waitingInOrder: [NetworkAddress] {
    var lists = waiting
    var order: [NetworkAddress] = []
    var last = lastFamily
    while let family = nextFamily(after: last, in: lists), let address = lists[family]?.first {
      lists[family]?.removeFirst()
      order.append(address)
      last = family
    }
    return order
  }
}
