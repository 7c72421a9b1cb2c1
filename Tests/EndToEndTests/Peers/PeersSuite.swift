import Testing

extension EndToEnd {
  /// Barewire beside the servers of others, all of them running.
  @Suite(.peerServers) enum Peers {}
}
