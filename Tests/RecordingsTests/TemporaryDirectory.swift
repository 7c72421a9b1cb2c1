import Glibc

/// A directory of its own for one test, removed with all that is in it.
final class TemporaryDirectory: Sendable {
  let path: String

  init() {
    var template = Array("/var/tmp/barewire-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "/var/tmp" }
      return String(cString: made)
    }
  }

  deinit {
    remove(path)
  }

  /// The names of what lies in the directory.
  static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private func remove(_ path: String) {
    for name in Self.names(in: path) { remove(path + "/" + name) }
    if rmdir(path) != 0 { unlink(path) }
  }
}

/// Bytes that differ at every offset in a way that a wrong offset is noticed.
func pattern(_ range: Range<Int>) -> [UInt8] {
  Array(patternBytes[range])
}

private let patternBytes = (0..<5 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ ($0 >> 8) &* 7 &+ ($0 >> 16)) }
