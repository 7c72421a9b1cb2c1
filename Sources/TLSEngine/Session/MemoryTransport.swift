import COpenSSL

/// The place of a socket under an OpenSSL session: it reads from bytes that the caller holds and writes to a queue.
///
/// OpenSSL's own memory BIO would copy each byte once more. The BIO points back to this object, which therefore must
/// outlive it.
final class MemoryTransport {
  /// What is left of the bytes that OpenSSL may read now; valid only during one call of the session.
  var input = UnsafeRawBufferPointer(start: nil, count: 0)
  /// What OpenSSL wrote.
  var output = ByteQueue()

  private let method: OpaquePointer

  init() throws(TLSError) {
    guard let method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "barewire memory") else {
      throw .libraryFailure(OpenSSLErrorQueue.takeReason())
    }
    self.method = method
    BIO_meth_set_read_ex(method) { bio, bytes, capacity, count in
      guard let bio, let bytes, let count, let transport = MemoryTransport.of(bio) else { return 0 }
      barewire_BIO_clear_retry_flags(bio)
      count.pointee = transport.read(UnsafeMutableRawBufferPointer(start: bytes, count: capacity))
      if count.pointee == 0 { barewire_BIO_set_retry_read(bio) }
      return count.pointee > 0 ? 1 : 0
    }
    BIO_meth_set_write_ex(method) { bio, bytes, size, count in
      guard let bio, let count, let transport = MemoryTransport.of(bio) else { return 0 }
      transport.output.append(UnsafeRawBufferPointer(start: bytes, count: size))
      count.pointee = size
      return 1
    }
    BIO_meth_set_ctrl(method) { _, command, _, _ in command == BIO_CTRL_FLUSH ? 1 : 0 }
  }

  deinit { BIO_meth_free(method) }

  /// A BIO that reads from and writes to this object; the caller owns it.
  func makeBIO() throws(TLSError) -> OpaquePointer {
    guard let bio = BIO_new(method) else { throw .libraryFailure(OpenSSLErrorQueue.takeReason()) }
    BIO_set_data(bio, Unmanaged.passUnretained(self).toOpaque())
    BIO_set_init(bio, 1)
    return bio
  }

  private static func of(_ bio: OpaquePointer) -> MemoryTransport? {
    BIO_get_data(bio).map { Unmanaged<MemoryTransport>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(_ target: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(target.count, input.count)
    guard count > 0 else { return 0 }
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[..<count]))
    input = UnsafeRawBufferPointer(rebasing: input[count...])
    return count
  }
}
