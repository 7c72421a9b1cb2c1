/// Filters bytes on their way to a terminal, cut anywhere, by the rules of `TerminalFilter`.
///
/// Use one for each stream: feed it with `filter`, write what it gives, and end with `finish`. What it gives is UTF-8.
package struct TerminalFilterStream: Sendable {
  private let keepsNewlines: Bool
  private let keepsTabs: Bool
  private var decoder = UTF8Decoder()
  /// A CR waits for what follows: before a kept LF it is dropped, else it is shown.
  private var holdsCarriageReturn = false

  /// Makes a filter; LF (with a CR before it) and TAB stay themselves where asked for, else they are shown as pictures.
  package init(keepingNewlines: Bool = true, keepingTabs: Bool = true) {
    keepsNewlines = keepingNewlines
    keepsTabs = keepingTabs
  }

  /// Appends to `output` what may be printed of these bytes.
  package mutating func filter(_ bytes: some Sequence<UInt8>, into output: inout [UInt8]) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { filter($0, &output) }
    if isDone == nil { Array(bytes).withUnsafeBufferPointer { filter($0, &output) } }
  }

  private mutating func filter(_ bytes: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      if !decoder.isWaiting && !holdsCarriageReturn {
        // Most of a text is printable ASCII: it is copied in whole runs.
        var end = index
        while end < bytes.count, bytes[end] >= 0x20, bytes[end] < 0x7F { end += 1 }
        if end > index {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
          index = end
          continue
        }
      }
      take(bytes[index], &output)
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8, _ output: inout [UInt8]) {
    var first: Unicode.Scalar?
    var second: Unicode.Scalar?
    decoder.decode(byte) { scalar in if first == nil { first = scalar } else { second = scalar } }
    if let first { show(first, &output) }
    if let second { show(second, &output) }
  }

  /// Ends the stream: shows what was held back.
  package mutating func finish(into output: inout [UInt8]) {
    var last: Unicode.Scalar?
    decoder.finish { last = $0 }
    if let last { show(last, &output) }
    if holdsCarriageReturn { append("\u{240D}", &output) }
    holdsCarriageReturn = false
  }

  private mutating func show(_ scalar: Unicode.Scalar, _ output: inout [UInt8]) {
    if holdsCarriageReturn {
      holdsCarriageReturn = false
      if scalar != "\n" { append("\u{240D}", &output) }
    }
    switch scalar {
    case "\n" where keepsNewlines, "\t" where keepsTabs: output.append(UInt8(scalar.value))
    case "\r" where keepsNewlines: holdsCarriageReturn = true
    default: append(TerminalFilter.visible(scalar), &output)
    }
  }

  private func append(_ scalar: Unicode.Scalar, _ output: inout [UInt8]) {
    if let units = UTF8.encode(scalar) { output.append(contentsOf: units) }
  }
}
