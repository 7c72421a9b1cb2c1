import Glibc
import TLSEngine

/// What a proxy does that speaks TLS: it answers one CONNECT and carries bytes between its plain side and another socket.
struct SecuredRelay {
  private let client: Int32
  private let other: Int32
  private let session: TLSSession
  private let answer: [UInt8]
  private var head: [UInt8]? = []

  init(_ client: Int32, _ other: Int32, _ session: TLSSession, _ answer: [UInt8]) {
    (self.client, self.other, self.session, self.answer) = (client, other, session, answer)
  }

  /// Carries bytes until one side ends, and closes both.
  consuming func run() {
    var entries = [client, other].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var space = [UInt8](repeating: 0, count: 1 << 16)
    relaying: while poll(&entries, 2, 30_000) > 0 {
      for index in entries.indices where entries[index].revents != 0 {
        let count = recv(entries[index].fd, &space, space.count, 0)
        guard count > 0 else { break relaying }
        space[..<count].withUnsafeBytes { bytes in
          if index == 0 { session.receive(bytes) } else { try? session.write(bytes) }
        }
        if index == 0 { forward() }
        Self.send(session.takeCipher(), to: client)
      }
    }
    close(client)
    close(other)
  }

  private mutating func forward() {
    let plain = session.takePlain()
    guard let start = head else { return Self.send(plain, to: other) }
    let come = start + plain
    guard come.suffix(4) == [13, 10, 13, 10] else { return head = come }
    head = nil
    answer.withUnsafeBytes { try? session.write($0) }
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    if bytes.isEmpty { return }
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }
}
