/// How one side of a connection behaves.
package struct HTTP2Configuration: Sendable, Hashable {
  /// What the other side is told at the beginning.
  package var settings: HTTP2Settings
  /// Bytes of content of all streams that may be under way or wait for their readers; at least 65535.
  package var connectionWindow: Int
  package var limits = HTTP2Limits()
  /// Whether a message that breaks RFC 9113 §8 resets its stream, as the RFC wants, or is only told of.
  package var refusesMalformedMessages = true
  package var huffmanUse = HPACKEncoder.HuffmanUse.whereShorter
  /// Bytes of the HPACK table for what is sent, whatever the other side allows.
  package var encoderTableSize = 4096
  /// Bytes of content in one DATA frame, whatever the other side allows.
  package var dataFrameSize = 16_384
  /// Nanoseconds in which settings have to be acknowledged.
  package var settingsPatience: UInt64 = 10_000_000_000

  package init(settings: HTTP2Settings = HTTP2Settings(), connectionWindow: Int = 65_535) {
    self.settings = settings
    self.connectionWindow = connectionWindow
  }

  /// For downloads at the speed of the socket: windows of 8 MiB for a stream and 16 MiB for the connection, no pushes.
  package static var client: HTTP2Configuration {
    var configuration = HTTP2Configuration(connectionWindow: 16 << 20)
    configuration.settings.enablesPush = false
    configuration.settings.initialWindowSize = 8 << 20
    configuration.settings.maxHeaderListSize = configuration.limits.headerListSize
    return configuration
  }

  /// For a server that takes 100 streams at once and windows of 1 MiB.
  package static var server: HTTP2Configuration {
    var configuration = HTTP2Configuration(connectionWindow: 4 << 20)
    configuration.settings.maxConcurrentStreams = 100
    configuration.settings.initialWindowSize = 1 << 20
    configuration.limits.headerListSize = 64 << 10
    configuration.limits.headerBlockLength = 64 << 10
    configuration.settings.maxHeaderListSize = configuration.limits.headerListSize
    return configuration
  }
}
