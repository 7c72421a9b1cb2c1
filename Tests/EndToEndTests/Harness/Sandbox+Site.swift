import Foundation

extension Sandbox {
  /// The files that every file server serves: empty, one byte, binary, and text that is worth compressing.
  func writeSite() async throws {
    try FileManager.default.createDirectory(atPath: file("site/folder"), withIntermediateDirectories: true)
    try write("", to: "site/empty")
    try write("x", to: "site/one")
    let binary = Data((0..<65536).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3 ^ $0) })
    try binary.write(to: URL(filePath: file("site/large")))
    try write((1...500).map { "line \($0) of a text that compresses\n" }.joined(), to: "site/text.txt")
    try write("in the folder\n", to: "site/folder/index.html")
    for (name, count) in [("none", 0), ("byte", 1), ("kilobytes", 65536), ("megabyte", 1 << 20)] {
      try Data(repeating: UInt8(ascii: "u"), count: count).write(to: URL(filePath: file("upload-\(name)")))
    }
  }

  /// A self-signed certificate for 127.0.0.1 with its key: `certificate.pem`, `key.pem`.
  func makeCertificate() async throws {
    let made = try await Command.run(
      [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=nginx.test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", file("key.pem"), "-out",
        file("certificate.pem"),
      ], environment: environment)
    guard made.status == 0 else { throw HarnessFailure("openssl: \(made.error)") }
  }
}
