/// Line ends of pasted text, fitted to where it goes.
enum LineEnds {
  static func fitted(_ pasted: [UInt8], to mode: TextEditor.Mode) -> [UInt8] {
    switch mode {
    case .singleLine:
      let end = pasted.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? 0
      return replaced(pasted[..<end], with: [0x20])
    case .multiLine: return replaced(pasted[...], with: [0x0A])
    case .bytes:
      let hasPair = zip(pasted, pasted.dropFirst()).contains { $0 == 0x0D && $1 == 0x0A }
      return hasPair ? pasted : replaced(pasted[...], with: [0x0D, 0x0A])
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
