import HTTPMessages

/// Facts about the codes for header blocks and their compression.
extension HTTP2Diagnostic.Code {
  var headerBlocksFacts: HTTP2DiagnosticFacts? {
    switch self {
    case .hpackIntegerTooLarge:
      HTTP2DiagnosticFacts(
        "hpack.integer-too-large", .error, 7541, "5.1", .connection(.compressionError),
        "A number in the header block is larger than 32 bits hold, or is written in more bytes than that takes.")
    case .hpackTruncated:
      HTTP2DiagnosticFacts(
        "hpack.truncated", .error, 7541, "5.2", .connection(.compressionError),
        "The header block ends inside of a number or a text.")
    case .hpackHuffmanEnd:
      HTTP2DiagnosticFacts(
        "hpack.huffman-end", .error, 7541, "5.2", .connection(.compressionError),
        "A text holds the Huffman code for its end, which must not be sent.")
    case .hpackHuffmanPadding:
      HTTP2DiagnosticFacts(
        "hpack.huffman-padding", .error, 7541, "5.2", .connection(.compressionError),
        "The bits after the last Huffman code are not fewer than 8 ones.")
    case .hpackIndexInvalid:
      HTTP2DiagnosticFacts(
        "hpack.index-invalid", .error, 7541, "2.3.3", .connection(.compressionError),
        "A field is taken from a place of the tables that is empty.")
    case .hpackTableSizeTooLarge:
      HTTP2DiagnosticFacts(
        "hpack.table-size-too-large", .error, 7541, "6.3", .connection(.compressionError),
        "The table is to grow beyond the size that the receiver has announced.")
    case .hpackTableSizeMisplaced:
      HTTP2DiagnosticFacts(
        "hpack.table-size-misplaced", .error, 7541, "4.2", .connection(.compressionError),
        "The table's size changes behind a field; it may only at the beginning of a header block.")
    case .hpackTableSizeMissing:
      HTTP2DiagnosticFacts(
        "hpack.table-size-missing", .error, 9113, "4.3.1", .connection(.compressionError),
        "The receiver has lowered the table's size, and the header block does not begin with the change.")
    case .pushPromiseRefused:
      HTTP2DiagnosticFacts(
        "push-promise.refused", .error, 9113, "8.4", .connection(.protocolError),
        "PUSH_PROMISE comes from a client, or though the client has refused pushes.")
    default: nil
    }
  }
}
