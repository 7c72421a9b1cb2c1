/// Settings of both sides (RFC 9113 §6.5).
extension HTTP2Machine {
  /// Our settings as the other side will know them.
  package var announcedSettings: HTTP2Settings { unacknowledged.last?.settings ?? acknowledged }

  /// Tells the other side of changed settings.
  package mutating func announce(_ settings: HTTP2Settings) {
    guard failure == nil else { return }
    announce(settings, since: announcedSettings)
  }

  mutating func announce(_ settings: HTTP2Settings, since known: HTTP2Settings) {
    writer.settings(settings.changes(from: known))
    unacknowledged.append((settings, now))
    reader.maxFrameSize = max(reader.maxFrameSize, settings.maxFrameSize)
    let difference = settings.initialWindowSize - known.initialWindowSize
    guard difference != 0 else { return }
    for stream in streams.keys { streams[stream]?.receiveWindow.move(by: difference) }
  }

  mutating func takeAcknowledgement(_ frame: Frame) {
    guard !unacknowledged.isEmpty else {
      return report(.settingsAcknowledgementUnexpected, frame.header.range)
    }
    acknowledged = unacknowledged.removeFirst().settings
    reader.announce(tableSize: acknowledged.headerTableSize)
    reader.maxFrameSize = ([acknowledged] + unacknowledged.map(\.settings)).map(\.maxFrameSize).max() ?? 16_384
    events.append(.settingsAcknowledged)
  }

  mutating func take(_ settings: [Setting], _ frame: Frame) {
    let range = frame.header.offset..<frame.header.end
    guard settings.count <= configuration.limits.settingCount else { return report(.settingsTooMany, range) }
    for (index, setting) in settings.enumerated() {
      let start = frame.header.payloadStart + index * 6
      guard apply(setting, start..<(start + 6)) else { return }
    }
    hasPeerSettings = true
    let before = writer.bytes.count
    writer.settingsAcknowledgement()
    events.append(.peerSettings(peerSettings))
    answered(since: before, range)
    for stream in streams.keys.sorted() { unblock(stream) }
  }

  /// Takes over one setting, whose value is valid; false where it closes the connection.
  private mutating func apply(_ setting: Setting, _ range: Range<Int>) -> Bool {
    let old = peerSettings
    peerSettings.apply(setting)
    switch setting.identifier {
    case .headerTableSize: encoder.allow(tableSize: peerSettings.headerTableSize)
    case .initialWindowSize:
      let difference = peerSettings.initialWindowSize - old.initialWindowSize
      for stream in streams.keys { streams[stream]?.sendWindow += difference }
      if streams.values.contains(where: { $0.sendWindow > 0x7fff_ffff }) {
        report(.settingsWindowTooLarge, range)
      }
    case .enableConnectProtocol where old.enablesConnectProtocol && !peerSettings.enablesConnectProtocol:
      report(.settingsConnectProtocolInvalid, range)
    case .noRFC7540Priorities where hasPeerSettings && old.ignoresPriorities != peerSettings.ignoresPriorities:
      report(.settingsPrioritiesInvalid, range)
    default: break
    }
    return failure == nil
  }
}
