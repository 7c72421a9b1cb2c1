import Exchanges
import Recordings
import Workspaces

extension ConnectionSummary {
  /// Adds the connection to an object that is open.
  func write(to layout: inout JSONLayout, named name: String) {
    layout.open("{", named: name)
    layout.value(.number("\(id.number)"), named: "id")
    layout.value(.string("\(endpoint)"), named: "endpoint")
    if let socketPath { layout.value(.string(socketPath), named: "socketPath") }
    if let proxy { layout.value(.string(proxy), named: "proxy") }
    if let condition { layout.value(.string(condition), named: "condition") }
    layout.value(.string(state.word), named: "state")
    layout.value(.optional(local?.description), named: "local")
    layout.value(.optional(remote?.description), named: "remote")
    layout.value(.count(exchangeCount), named: "exchangeCount")
    layout.value(.count(bytesSent), named: "bytesSent")
    layout.value(.count(bytesReceived), named: "bytesReceived")
    layout.value(tls?.json ?? .null, named: "tls")
    layout.value(serverIdentity?.json ?? .null, named: "serverIdentity")
    layout.value(socket?.json ?? .null, named: "socket")
    layout.value(tcp?.json ?? .null, named: "tcp")
    layout.open("[", named: "tcpSamples")
    for sample in tcpSamples { layout.value(sample.json(since: began)) }
    layout.close("]")
    layout.open("[", named: "events")
    for event in events { layout.value(event.json(since: began)) }
    layout.close("]")
    layout.close("}")
  }
}

extension ConnectionEvent {
  /// When, what by its stable name, and the same words as on the screen.
  fileprivate func json(since began: Timestamp) -> OrderedJSON {
    .object(
      [
        ("milliseconds", .milliseconds(time.milliseconds(since: began))), ("event", .string(kind.name)),
        ("exchange", exchange.map { .number("\($0.number)") } ?? .null), ("text", .string(kind.sentence)),
      ] + (kind.details.map { [("details", $0)] } ?? []))
  }
}

extension SocketSettings {
  /// The settings by their names.
  fileprivate var json: OrderedJSON {
    .object([
      ("sendsAtOnce", .bool(sendsAtOnce)), ("probesSilentPeer", .bool(probesSilentPeer)),
      ("sendBuffer", .count(sendBuffer)), ("receiveBuffer", .count(receiveBuffer)),
      ("maximumSegmentSize", maximumSegmentSize.map(OrderedJSON.count) ?? .null),
      ("congestionControl", .optional(congestionControl)),
    ])
  }
}

extension TCPFacts {
  /// The kernel's facts by their names.
  fileprivate var json: OrderedJSON {
    .object([
      ("roundTripMicroseconds", .count(roundTripMicroseconds)),
      ("roundTripVarianceMicroseconds", .count(roundTripVarianceMicroseconds)),
      ("minimumRoundTripMicroseconds", .count(minimumRoundTripMicroseconds)),
      ("congestionWindow", .count(congestionWindow)), ("retransmissions", .count(retransmissions)),
      ("lost", .count(lost)), ("maximumSegmentSize", .count(maximumSegmentSize)), ("pathMTU", .count(pathMTU)),
      ("bytesAcknowledged", .count(bytesAcknowledged)), ("bytesReceived", .count(bytesReceived)),
      ("segmentsSent", .count(segmentsSent)), ("segmentsReceived", .count(segmentsReceived)),
      ("deliveryRate", .count(deliveryRate)), ("pacingRate", .count(pacingRate)), ("peerWindow", .count(peerWindow)),
      ("windowLimitedMicroseconds", .count(windowLimitedMicroseconds)),
    ])
  }
}

extension TCPSample {
  /// The sample, its time counted from the connection's begin.
  fileprivate func json(since began: Timestamp) -> OrderedJSON {
    .object([
      ("milliseconds", .milliseconds(time.milliseconds(since: began))),
      ("roundTripMicroseconds", .count(roundTripMicroseconds)), ("congestionWindow", .count(congestionWindow)),
      ("bytesAcknowledged", .count(bytesAcknowledged)), ("bytesReceived", .count(bytesReceived)),
      ("retransmissions", .count(retransmissions)),
    ])
  }
}
