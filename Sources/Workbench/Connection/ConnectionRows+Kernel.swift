import Documents
import Exchanges

/// What the kernel knows of the TCP connection, and how it changed over the exchange.
extension ConnectionRows {
  var kernelRows: [ConnectionRow] {
    guard let tcp = connection.tcp else {
      let isSocket = connection.socketPath != nil
      return [ConnectionRow("", isSocket ? "A Unix-domain socket: there is no TCP." : "No TCP connection yet.", .faint)]
    }
    return seriesRows + factRows(tcp) + (connection.socket.map { [ConnectionRow("socket", $0.words)] } ?? [])
  }

  private var seriesRows: [ConnectionRow] {
    let samples = connection.tcpSamples
    guard samples.count > 1 else { return [] }
    func row(_ label: String, _ value: (TCPSample) -> Double, _ words: (Double) -> String) -> ConnectionRow {
      let values = samples.map(value)
      return ConnectionRow(
        label, "\(words(values.min() ?? 0)) – \(words(values.max() ?? 0))", drawing: .series(values))
    }
    return [
      row("round trip", { Double($0.roundTripMicroseconds) / 1000 }) { DurationText.milliseconds($0) + " ms" },
      row("window", { Double($0.congestionWindow) }) { "\(Int($0)) segments" },
      row("received", { Double($0.bytesReceived) }) { ByteCount.words(Int($0)) },
      row("sent again", { Double($0.retransmissions) }) { "\(Int($0))" },
    ]
  }

  private func factRows(_ tcp: TCPFacts) -> [ConnectionRow] {
    let spread = "\(Self.text(tcp.roundTripMicroseconds)) ± \(Self.text(tcp.roundTripVarianceMicroseconds)) ms"
    return [
      ConnectionRow("rtt", "\(spread), shortest \(Self.text(tcp.minimumRoundTripMicroseconds)) ms"),
      ConnectionRow("cwnd", "\(tcp.congestionWindow) segments may be on their way"),
      ConnectionRow("peer window", "\(ByteCount.words(tcp.peerWindow)) more would be taken"),
      ConnectionRow(
        "lost", "\(tcp.lost) segments now, \(tcp.retransmissions) sent again",
        tcp.retransmissions > 0 ? .caution : .plain),
      ConnectionRow(
        "bytes",
        "\(ByteCount.words(tcp.bytesAcknowledged)) acknowledged, \(ByteCount.words(tcp.bytesReceived)) received"),
      ConnectionRow("segments", "\(tcp.segmentsSent) sent, \(tcp.segmentsReceived) received"),
      ConnectionRow(
        "pace",
        tcp.pacingRate == 0 ? "as fast as they can go" : "\(ByteCount.words(tcp.pacingRate))/s at most are let out"),
      ConnectionRow("MSS", "\(tcp.maximumSegmentSize) bytes a segment, path \(tcp.pathMTU) bytes (MTU)"),
    ]
  }

  private static func text(_ microseconds: Int) -> String {
    let hundredths = (microseconds + 5) / 10
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
