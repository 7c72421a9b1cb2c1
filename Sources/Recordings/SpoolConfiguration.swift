import Glibc

/// How much of a log stays in memory, and where the rest of it goes.
package struct SpoolConfiguration: Sendable, Hashable {
  /// Bytes of each log that stay in memory; what comes after them goes to a file.
  package var memoryLimit: Int

  /// Where spool files are made; the directory is created with mode 0700 when the first one is needed.
  ///
  /// Not `/tmp`, which is memory on many systems.
  package var directory: String

  /// Logs that keep `memoryLimit` bytes in memory and the rest in an unlinked file in `directory`.
  package init(memoryLimit: Int = 2 << 20, directory: String = SpoolConfiguration.userDirectory) {
    self.memoryLimit = max(0, memoryLimit)
    self.directory = directory
  }

  /// The user's cache directory for Barewire by the XDG base directory specification.
  ///
  /// `$XDG_CACHE_HOME/barewire` where that variable is an absolute path, else `~/.cache/barewire`,
  /// else `/var/tmp/barewire` with the user's number, for accounts without a home.
  package static var userDirectory: String {
    if let cache = variable("XDG_CACHE_HOME"), cache.utf8.first == UInt8(ascii: "/") {
      return cache + "/barewire"
    }
    if let home = variable("HOME"), home.utf8.first == UInt8(ascii: "/") {
      return home + "/.cache/barewire"
    }
    return "/var/tmp/barewire-\(getuid())"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
