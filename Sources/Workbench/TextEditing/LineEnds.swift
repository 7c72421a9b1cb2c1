/// Line ends of pasted text, fitted to where it goes.
enum LineEnds {
  static func fitted(_ pasted: [UInt8], to mode: TextEditor.Mode) -> [UInt8] {
    switch mode {
    case .singleLine:
      let end = pasted.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? 0
      return replaced(pasted[..<end], with: [0x20])
    case .multiLine where !pasted.contains(0x0D): return pasted
    case .multiLine: return replaced(pasted[...], with: [0x0A])
    case .bytes:
      var rest = pasted[...]
      while let end = rest.firstIndex(of: 0x0D) {
        if end + 1 < pasted.count, pasted[end + 1] == 0x0A { return pasted }
        rest = pasted[(end + 1)...]
      }
      return replaced(pasted[...], with: [0x0D, 0x0A])
    }
  }

  private static func replaced(_ bytes: ArraySlice<UInt8>, with lineEnd: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: result += lineEnd
      default: result.append(byte)
      }
      previous = byte
    }
    return result
  }
}
