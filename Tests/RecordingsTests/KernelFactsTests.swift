import CKernel
import Glibc
import Testing

@Suite("The kernel's facts")
struct KernelFactsTests {
  @Test("of a connection on loopback count the bytes that were sent and received")
  func loopback() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(listener)
      close(client)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 1) == 0
          && getsockname(listener, address, &length) == 0 && connect(client, address, length) == 0
      }
    }
    try #require(isConnected)
    let server = accept(listener, nil, nil)
    defer { close(server) }
    var bytes = [UInt8](repeating: 7, count: 1000)
    try #require(send(client, bytes, bytes.count, 0) == 1000)
    try #require(recv(server, &bytes, bytes.count, Int32(MSG_WAITALL)) == 1000)

    var info = barewire_tcp_info()
    #expect(barewire_tcp_info(client, &info) == 0)
    #expect(info.state == 1)
    #expect(info.bytes_sent == 1000)
    #expect(info.snd_cwnd > 0 && info.snd_mss > 0)
    #expect(barewire_tcp_info(server, &info) == 0)
    #expect(info.bytes_received == 1000)
    #expect(barewire_tcp_info(0, &info) != 0, "not a TCP socket")
  }
}
