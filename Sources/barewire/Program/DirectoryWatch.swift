import Dispatch
import Glibc

/// Tells when files of some folders are written, put or taken away (inotify).
///
/// Folders rather than files: editors write a new file and rename it over the old one.
@MainActor
final class DirectoryWatch {
  private static let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE)

  let changes: AsyncStream<Void>
  private let descriptor: Int32
  private let source: (any DispatchSourceRead)?

  init() {
    let (changes, tick) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.changes = changes
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.descriptor = descriptor
    guard descriptor >= 0 else {
      // Without inotify the settings are read at the start only.
      source = nil
      tick.finish()
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while Glibc.read(descriptor, &buffer, buffer.count) > 0 {}
      tick.yield()
    }
    source.setCancelHandler { Glibc.close(descriptor) }
    source.activate()
    self.source = source
  }

  /// Watches these too; those that do not exist are left out, those that are watched already stay so.
  func add(_ directories: [String]) {
    guard descriptor >= 0 else { return }
    for directory in directories { inotify_add_watch(descriptor, directory, Self.events) }
  }

  isolated deinit {
    source?.cancel()
  }
}
