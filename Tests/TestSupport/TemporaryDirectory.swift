import Glibc

/// A directory of a test's own; it goes, with all that is in it, when the last reference does.
///
/// It lies on the disk: `/tmp` is memory on many systems.
package final class TemporaryDirectory: Sendable {
  /// The directory's absolute path.
  package let path: String

  /// Makes an empty directory.
  package init() throws(SystemFailure) {
    var template = Array("/var/tmp/barewire-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure("make a directory in /var/tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Self.remove(path)
  }

  /// The path of a file in the directory, which need not be there.
  package func file(_ name: String) -> String {
    "\(path)/\(name)"
  }

  /// Writes a file and gives its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws(SystemFailure) -> String {
    let file = self.file(name)
    guard let stream = fopen(file, "we") else { throw SystemFailure("make \(file)") }
    let written = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
    guard fclose(stream) == 0, written == text.utf8.count else { throw SystemFailure("write \(file)") }
    return file
  }

  /// The text of a file.
  package func text(_ name: String) throws(SystemFailure) -> String {
    String(decoding: try Self.contents(of: file(name)), as: UTF8.self)
  }

  /// The names of what lies in the directory, sorted.
  package var names: [String] {
    get throws(SystemFailure) { try Self.names(in: path) }
  }

  /// The names of what lies in a directory, sorted.
  package static func names(in path: String) throws(SystemFailure) -> [String] {
    guard let stream = opendir(path) else { throw SystemFailure("list \(path)") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of any file.
  package static func contents(of path: String) throws(SystemFailure) -> [UInt8] {
    guard let stream = fopen(path, "re") else { throw SystemFailure("open \(path)") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    guard ferror(stream) == 0 else { throw SystemFailure("read \(path)") }
    return bytes
  }

  /// Removes a file, a link (not what it leads to) or a directory with all that is in it.
  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
