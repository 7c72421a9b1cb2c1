/// The methods that change how messages are read.
enum KnownMethod: UInt8, Sendable {
  case other, head, connect, options

  init(token: UnsafeRawBufferPointer) {
    // Methods are case-sensitive (RFC 9110 §9.1).
    self =
      token.elementsEqual("HEAD".utf8)
      ? .head
      : token.elementsEqual("CONNECT".utf8) ? .connect : token.elementsEqual("OPTIONS".utf8) ? .options : .other
  }
}
